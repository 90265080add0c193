// What happened in the week of 18 October 2024?
// Monday 14 to Sunday 20 October: everything dated that touches the week, in the order of the chronology.
MATCH (event:Event)
WHERE event.touch_first <= date('2024-10-20') AND event.touch_last >= date('2024-10-14')
WITH event
WHERE event.date_basis <> 'bounded by publication'
RETURN event.date_edtf AS days, event.headline AS headline, event.type AS type, event.status AS status,
       event.source_count AS sources, event.id AS event, event.sort_key AS place
ORDER BY place
