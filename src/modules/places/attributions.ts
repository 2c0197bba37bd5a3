interface Attribution {
  /** The words that the licence asks for, exactly. */
  text: string;
  licence: string;
  licenceUrl: string;
}

const OPEN_GOVERNMENT_LICENCE = {
  licence: 'Open Government Licence v3.0',
  licenceUrl: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
};

/** What a page says beneath public data that it shows. The sources are described in docs/data-sources.md. */
export const ATTRIBUTIONS = {
  postcodes: {
    text: 'Contains Ordnance Survey data (c) Crown copyright and database right 2014. Contains Royal Mail data (c) Royal Mail copyright and database right 2014. Contains National Statistics data (c) Crown copyright and database right 2014',
    ...OPEN_GOVERNMENT_LICENCE,
  },
  outlines: {
    text: 'Contains Ordnance Survey, Office of National Statistics data (c) Crown copyright and database right 2016',
    ...OPEN_GOVERNMENT_LICENCE,
  },
  reportCounts: {
    text: 'Contains information from FixMyStreet, mySociety, which is made available under the ODC Attribution License 1.0',
    licence: 'Open Data Commons Attribution Licence 1.0',
    licenceUrl: 'https://opendatacommons.org/licenses/by/1-0/',
  },
} as const satisfies Record<string, Attribution>;
