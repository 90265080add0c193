// How many troops is North Korea said to have sent, and when was each number said?
// Every number of soldiers but that of losses, with its words, what it counts, who says so, and the day it was published.
MATCH (claim:Claim)-[:COUNTS]->(number:Quantity)
WHERE number.unit IN ['soldiers', 'troops', 'forces', 'personnel', 'servicemen', 'officers']
  AND NOT claim.lemma IN ['kill', 'wound', 'injure', 'capture', 'die', 'casualty', 'loss', 'lose', 'seize']
MATCH (claim)-[:STATED_IN]->(sentence:Sentence)-[:PART_OF]->(document:Document)
OPTIONAL MATCH (claim)-[said:SAID_BY]->(speaker)
WHERE said.position = 0
WITH claim, number, sentence, document, speaker
ORDER BY speaker.name
WITH claim, number, sentence, document, collect(speaker.name) AS speakers
RETURN document.date_edtf AS published, number.text AS words, number.low AS low, number.high AS high,
       claim.trigger AS deed, claim.modality AS modality, claim.date_edtf AS days, speakers,
       document.publisher AS publisher, sentence.text AS sentence
ORDER BY coalesce(published, ''), document.id, number.char_start, claim.id
