// Which plans were told, and were they carried out?
// A plan and its fulfilment are two events; a plan without one may still be open, or nobody has reported it.
MATCH (plan:Event {status: 'planned'})
OPTIONAL MATCH (done:Event)-[:FULFILS]->(plan)
RETURN plan.date_edtf AS planned_for, plan.headline AS plan, plan.source_count AS sources, done.date_edtf AS happened,
       done.headline AS carried_out_by, plan.sort_key AS place
ORDER BY place, coalesce(happened, '')
