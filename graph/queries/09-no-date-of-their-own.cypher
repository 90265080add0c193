// Which claims give no date of their own?
// They are known only by the day they were published, and are never put on it; here they are counted for each document.
MATCH (claim:Claim)-[:STATED_IN]->(sentence:Sentence)-[:PART_OF]->(document:Document)
WHERE claim.date_basis = 'bounded by publication' OR claim.date_basis IS NULL
WITH document, claim, sentence
ORDER BY sentence.char_start, claim.id
WITH document, count(claim) AS without, collect(DISTINCT sentence.text) AS sentences
RETURN document.date_edtf AS published, document.publisher AS publisher, document.title AS title, without,
       document.claim_count AS claims, sentences[0] AS first_sentence, document.id AS document
ORDER BY without DESC, coalesce(published, ''), document
