/**
 * The functional labour market regions of 2015 (FA15), the areas that job tracks are proposed to be procured by: sixty, by number.
 * Source: Tillväxtanalys, "Nya FA-regioner" (2015); Tillväxtverket's layer. Which division comes after is not known, so the code carries its year.
 */
const names =
  'Malmö-Lund|Kristianstad-Hässleholm|Karlskrona|Älmhult-Osby|Ljungby|Halmstad|Värnamo|Växjö|Kalmar|Oskarshamn|Västervik|Vimmerby|Jönköping|Borås|Göteborg|' +
  'Trollhättan-Vänersborg|Lidköping-Götene|Skövde-Skara|Linköping-Norrköping|Gotland|Nyköping-Oxelösund|Eskilstuna|Stockholm|Västerås|Örebro|Karlskoga|' +
  'Karlstad|Västlandet|Torsby|Malung-Sälen|Vansbro|Ludvika|Avesta-Hedemora|Falun-Borlänge|Mora|Gävle|Bollnäs-Ovanåker|Hudiksvall|Ljusdal|Härjedalen|' +
  'Östersund|Sundsvall|Kramfors|Örnsköldsvik|Sollefteå|Strömsund|Åsele|Umeå|Lycksele|Vilhelmina|Storuman|Skellefteå|Arvidsjaur|Arjeplog|Luleå|Haparanda|' +
  'Överkalix|Jokkmokk|Gällivare|Kiruna'

/** Name by code, `FA15-01` to `FA15-60`. */
export const faRegions: ReadonlyMap<string, string> = new Map(
  names.split('|').map((name, index) => [`FA15-${String(index + 1).padStart(2, '0')}`, name]),
)
