/** What the customers of a demo installation are drawn from; none of them exists. */
export const firstNames =
  'Adele Akira Alma Amir Andrea Anton Ava Benita Boris Bridget Camille Carla Cedric Claire Dario Della Dolores Edgar Elsa Emil Esther Felix Fiona Gita Gordon Greta Hamid Hugo Ida Imani Iris Isaac Jana Jasper Joel Josefina Julian Karim Lars Laura Leon Lila Lorenzo Louise Mabel Magda Manuel Marina Miguel Mina Naomi Nils Nora Oscar Paloma Pedro Petra Rafael Ramona Rita Roland Rosalind Sabine Salma Selma Silas Stella Tamar Teodor Ursula Vera Vincent Wanda Yara Yusuf Zoe'.split(
    ' ',
  );
export const lastNames =
  "Abbott Ahmed Alvarez Andersson Bailey Barros Beck Bergman Blake Bouchard Bryant Calloway Carver Chaudhry Conti Crane Dawson Diaz Donovan Dvorak Eriksen Esposito Farrell Fischer Flores Fontaine Gallagher Goldberg Grant Gupta Hale Hansen Harper Hayashi Holloway Ibrahim Jansen Jensen Kapoor Keller Khan Klein Kuznetsov Lambert Lang Leclerc Lehmann Lindgren Malone Marino Mbeki McCarthy Medina Mendoza Meyer Moreno Nakamura Nolan Núñez O'Connor Olsen Osborne Park Pereira Peña Quinn Ramos Rao Ricci Rivera Romero Rosen Sato Saunders Schneider Shapiro Silva Sokolov Solano Sullivan Suzuki Takahashi Tanner Teixeira Underwood Vega Vogel Walsh Webb Winters Yilmaz Ziegler".split(
    ' ',
  );
export const trades = [
  'Bakery',
  'Dental Care',
  'Auto Repair',
  'Property Management',
  'Garden Center',
  'Bookshop',
  'Veterinary Clinic',
  'Day Care',
  'Coffee Roasters',
  'Hardware',
  'Law Office',
  'Yoga Studio',
] as const;
export const streets = [
  'Maple Drive',
  'Oak Street',
  'Juniper Lane',
  'Cedar Court',
  'Lakeview Avenue',
  'Birch Street',
  'Mill Road',
  'Orchard Lane',
  'Chestnut Avenue',
  'Ridge Road',
  'Elm Street',
  'Park Place',
  'River Road',
  'Highland Avenue',
  'Prospect Avenue',
  'Washington Street',
  'Harbor Drive',
  'Second Avenue',
] as const;
/** Towns with the area codes in which their people are called; numbers 555-0100 to 0199 are kept for fiction in each. */
export const towns = [
  { city: 'Fairview', state: 'TX', stateSaid: 'Texas', zip: '750', areas: ['214', '469'] },
  { city: 'Ashland', state: 'OR', stateSaid: 'Oregon', zip: '975', areas: ['541'] },
  { city: 'Georgetown', state: 'KY', stateSaid: 'Kentucky', zip: '403', areas: ['502'] },
  { city: 'Brookfield', state: 'WI', stateSaid: 'Wisconsin', zip: '530', areas: ['262'] },
  { city: 'Milton', state: 'GA', stateSaid: 'Georgia', zip: '300', areas: ['404', '678'] },
  { city: 'Lexington', state: 'MA', stateSaid: 'Massachusetts', zip: '024', areas: ['781'] },
  { city: 'Riverside', state: 'CA', stateSaid: 'California', zip: '925', areas: ['951'] },
  { city: 'Clayton', state: 'MO', stateSaid: 'Missouri', zip: '631', areas: ['314'] },
  { city: 'Oakdale', state: 'MN', stateSaid: 'Minnesota', zip: '551', areas: ['651'] },
  { city: 'Franklin', state: 'TN', stateSaid: 'Tennessee', zip: '370', areas: ['615'] },
  { city: 'Salem', state: 'OH', stateSaid: 'Ohio', zip: '444', areas: ['330'] },
  { city: 'Bristol', state: 'CT', stateSaid: 'Connecticut', zip: '060', areas: ['860'] },
] as const;
export const notes = [
  'Gate code 4411; the dog is friendly.',
  'Prefers mornings.',
  'Please call before coming.',
  'Key is with the neighbor at number 12.',
  'Shut-off valve is behind the dryer.',
] as const;
export const tags = ['Maintenance plan', 'VIP', 'Senior', 'Landlord', 'New construction'] as const;
export const leadSources = ['Referral', 'Web search', 'Yard sign', 'Returning customer'] as const;
