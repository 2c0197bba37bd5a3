/**
 * Who may call whom, lowest first. The list is the architecture: a new edge is a reviewed one-line diff.
 * The dependency rules and test/architecture.test.ts both read it.
 */
export const MAY_USE = {
  councils: [],
  staff: ['councils'],
  places: ['councils', 'staff'],
  services: ['councils', 'staff'],
  folders: ['councils', 'staff', 'places', 'services'],
  customers: ['councils', 'staff', 'places'],
  accounts: ['councils', 'staff', 'customers'],
  promises: ['councils', 'staff', 'services'],
  documents: ['councils', 'staff', 'customers'],
  forms: ['councils', 'staff', 'services', 'customers', 'places', 'documents'],
  contacts: ['councils', 'staff', 'customers', 'accounts', 'services', 'promises', 'documents'],
  cases: ['councils', 'staff', 'contacts', 'promises', 'forms', 'documents', 'services', 'customers', 'places'],
  handovers: ['councils', 'staff', 'services', 'customers', 'documents', 'forms', 'promises', 'contacts', 'cases'],
  insight: ['councils', 'staff', 'contacts', 'cases', 'promises', 'services', 'customers'],
  retention: [
    'councils',
    'staff',
    'places',
    'cases',
    'contacts',
    'promises',
    'forms',
    'documents',
    'customers',
    'accounts',
    'handovers',
  ],
};
