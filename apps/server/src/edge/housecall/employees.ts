import { mayAsk, policies, type Role } from '@ringdesk/shared';
import type { Asker } from '../../app.ts';
import { company } from './company.ts';
import type { Employee, EmployeeOrder } from './records.ts';

/** Their attributes to sort by, and our orders. */
export const employeeOrders = {
  created_at: 'createdAt',
  first_name: 'name',
  role: 'role',
  id: 'id',
} as const satisfies Record<string, EmployeeOrder>;

const roles: Readonly<Record<Role, string>> = {
  rep: 'office staff',
  clinician: 'office staff',
  supervisor: 'office staff',
  admin: 'admin',
};

const nobody = [
  'can_be_booked_online',
  'can_chat_with_customers',
  'can_edit_message_on_invoice',
  'can_see_marketing_campaigns',
  'can_see_street_view_data',
  'can_share_job',
  'is_point_of_contact',
] as const;
const everybody = [
  'can_add_and_edit_job',
  'can_call_and_text_with_customers',
  'can_delete_and_cancel_job',
  'can_see_customers',
  'can_see_full_schedule',
  'can_see_future_jobs',
  'can_take_payment_see_prices',
] as const;

/** The address of a colleague is for programs, and for those who keep the list of people. */
export function seesEmails(asker: Asker): boolean {
  return asker.kind === 'service' || mayAsk(asker, policies['users.list']) === true;
}

/** Somebody in their shape. We know one name and no number, colour or picture; what is not known is an empty text. */
export function employeeOut({ id, name, email, role, createdAt }: Employee, hasEmail: boolean): object {
  const words = name.trim().split(/\s+/);
  return {
    id,
    first_name: words.slice(0, Math.max(1, words.length - 1)).join(' '),
    last_name: words.length > 1 ? (words.at(-1) ?? '') : '',
    email: hasEmail ? (email ?? '') : '',
    mobile_number: '',
    color_hex: '',
    avatar_url: '',
    role: roles[role],
    created_at: createdAt,
    tags: [],
    permissions: permissionsOf(role),
    ...company,
  };
}

function permissionsOf(role: Role): Readonly<Record<string, boolean>> {
  const all = (names: readonly string[], is: boolean) => Object.fromEntries(names.map((name) => [name, is]));
  return {
    ...all(nobody, false),
    ...all(everybody, true),
    can_see_reporting: role === 'supervisor' || role === 'admin',
    can_edit_settings: role === 'admin',
    is_admin: role === 'admin',
  };
}
