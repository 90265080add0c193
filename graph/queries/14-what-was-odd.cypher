// What was odd in the documents, and what was assumed?
// Dates that cannot be, languages without a reader, replies before their question.
MATCH (problem:Problem)-[:FOUND_IN]->(document:Document)
RETURN problem.code AS code, problem.found AS found, problem.assumed AS assumed, document.title AS title,
       document.publisher AS publisher, problem.char_start AS char_start
ORDER BY code, title, coalesce(char_start, -1)
