// Who quotes whom?
// Outlets and the speakers whose word they pass on, those quoted most first; officials without a name are left out.
MATCH (claim:Claim)-[said:SAID_BY]->(speaker)
WHERE said.position = 0 AND said.named
MATCH (claim)-[:STATED_IN]->(:Sentence)-[:PART_OF]->(document:Document)
OPTIONAL MATCH (claim)-[further:SAID_BY]->(carrier)
WHERE further.position = 1
WITH document.publisher AS publisher, speaker.name AS speaker, carrier.name AS through, count(DISTINCT claim) AS claims
RETURN publisher, speaker, through, claims
ORDER BY claims DESC, publisher, speaker, coalesce(through, '')
LIMIT 60
