const roles = ':is([role="menu"], [role="dialog"], [role="listbox"], [role="alertdialog"])';

/** The menu or dialog that an element stands in; null for one that is leaving: it is drawn a moment longer and is over. */
export function openPopupOf(element: Element | null): Element | null {
  return isLeaving(element) ? null : (element?.closest(roles) ?? null);
}

/** In a menu or dialog that is closed already and still drawn, so that it can fade. */
export function isLeaving(element: Element | null): boolean {
  return (element?.closest(`${roles}[data-closed]`) ?? null) !== null;
}
