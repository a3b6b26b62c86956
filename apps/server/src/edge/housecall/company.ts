/** The company that every record belongs to: an installation is one company. */
export const company = { company_name: 'Ringdesk', company_id: 'org_ringdesk' } as const;
