## Two people behind a refusal
desk-check-two-title = A refusal needs a second person
desk-check-two = It goes to another official of this body, who reads exactly these words and files. Only when that person stands behind it is it signed, sent and entered in the public record. The deadline runs on until then.
desk-check-propose = Give it to a second person
desk-refusal-title = A refusal to be read
desk-refusal-written-by = Written by: { $post }
desk-refusal-digest = Fingerprint of these words and files:
desk-refusal-not-yours = Who wrote it does not approve it. Another official of this body reads it.
desk-refusal-approve-title = You stand behind these words
desk-refusal-approve-what = The body signs them, they are entered in the public record with both posts, and the case is closed. This cannot be undone.
desk-refusal-approve = Approve and send
desk-refusal-return-title = Or give it back
desk-refusal-return = Give it back to its writer
desk-refusal-waits-title = A refusal waits for a second person
desk-refusal-waits = Written by: { $post }, { $day }. Until another official approves it nothing is sent, and the deadline runs on.
desk-refusal-read = Read the refusal
desk-refusal-read-after = To read it, first open the texts on this page.
desk-refusal-take-back = Take it back
desk-refusal-returned = The refusal came back: { $post }, { $day }
desk-return-reason = Why it goes back
desk-return-reason-hint = Its writer reads this, nobody else.
desk-done-propose = The refusal waits for a second person
desk-done-take-back = The refusal was taken back
desk-done-approve = The refusal was approved and sent
desk-done-return = The refusal went back to its writer
desk-done-here = Only this desk sees it; nothing was sent and nothing entered in the public record.
desk-refused-writer-cannot-approve = You wrote this refusal. Another official of this body must read and approve it.
desk-refused-second-person-needed = A refusal needs a second person. Send it through the page on which it is read once more.
desk-refused-no-second-person-needed = This reply needs no second person. Write it once more and send it.
desk-refused-refusal-waits = A refusal of this case waits for a second person. Take it back first, or wait for the other official.
desk-refused-no-refusal-waits = No refusal waits here any more. Look how the case stands now.
desk-refused-refusal-changed = The refusal was written anew meanwhile. Read it as it is now, then decide.
act-two-people = Two officials stand behind this: one wrote it, another read and approved it.

## A hearing
desk-act-hearing = Announce a hearing
desk-act-hearing-hint = The applicant sees beforehand what the body means to decide, and can answer.
desk-hearing-lead = Who is to get less than they asked for sees the decision in draft, and is heard before it is made.
desk-hearing-earliest = The earliest day: { $day }. At least { $notice } must lie before it.
desk-hearing-place = Place:
desk-hearing-on = Day of the hearing
desk-hearing-on-hint = Such as 2026-12-01
desk-hearing-on-wrong-shape = Write the day like this: 2026-12-01
desk-hearing-text = What the body means to decide, and why
desk-hearing-text-hint = Say also the hour and the room. Only the applicant and this body read it.
desk-hearing-send = Announce the hearing
desk-done-hearing = The hearing has been announced
desk-refused-hearing-too-soon = The applicant would have too little time. The earliest day is { $day }; choose that or a later one.
desk-refused-hearing-after-due = The answer is due before that: { $day }. Choose an earlier day.
desk-refused-hearing-on-day-off = That is a day off for this body. Choose a working day.
desk-refused-hearing-ahead = The hearing is on { $day }. Hear the applicant first; the case can be answered or merged from that day on.
act-hearing-on = Day of the hearing
act-hearing-place = Place
act-hearing-answer = You may come and speak, or answer in writing: use "Add something" on this page.

## Clarification
desk-clarify-left =
    { $times ->
        [0] No question can stop the clock any more.
        [one] The clock can still stand still for { $days } working days, with { $times } question. In all the law allows: days { $daysMax }, questions { $timesMax }; days that the applicant does not need come back.
       *[other] The clock can still stand still for { $days } working days, with { $times } questions. In all the law allows: days { $daysMax }, questions { $timesMax }; days that the applicant does not need come back.
    }

## Forwarded and merged cases
desk-forwardings =
    { $count ->
        [one] Sent on { $count } time: from whom to whom
       *[other] Sent on { $count } times: from whom to whom
    }
desk-refused-others-merged-into-it = Other appeals were merged into this one and get their answer through it. Answer it here; another body can be asked for what it knows.
desk-merged-title = Merged appeals
desk-merged-in = This appeal was merged into:
desk-merged-in-owed = It still gets its own answer: together with that one, or here.
desk-merged-here = Merged into this appeal; the answer goes to each of them too:
desk-merged-answered = answered
desk-merged-waits = waits for the answer
desk-done-merge = The appeals have been merged
desk-refused-merge-with-itself = This is the same appeal. Choose another one.
desk-refused-merge-elsewhere = Another body holds the other appeal. Merge only what lies at this desk.
desk-refused-merge-other-language = The appeals are in different languages, and each gets its answer in its own. Answer them one by one.
desk-refused-merge-into-later = The other appeal is due later: nobody may wait longer because of a merging. Merge the other way round.
desk-refused-merge-into-closed = The other appeal is closed. Answer this one on its own.
desk-refused-merge-not-now = A refusal of this appeal waits, or others were merged into it. Settle that first, or merge the other way round.
act-merged-into = Merged into

## Raised cases
act-escalated = Raised to the head: the deadline is near or over
act-escalated-step = How near
act-escalated-three-working-days = At most three working days are left
act-escalated-one-working-day = At most one working day is left
act-escalated-left = At most { $term } left
act-escalated-expired = The deadline has passed

## The queue
desk-show-approve = To be approved
desk-empty-approve = No refusal waits for you as the second person.

## Repeats
desk-merge-title = Appeals that may be the same
desk-merge-lead = Compared are the texts of the latest open appeals in the same language, and accounts whose holders let their name be seen. Nobody’s text or name is shown here. Open both and read them before you merge.
desk-merge-none = No open appeal is like this one.
desk-merge-none-how = What people file again, or file together in the same words, appears here.
desk-merge-likeness = Words in common
desk-merge-what = What can be done
desk-merge-send = Merge into that one
desk-merge-other-way = Merge that one into this
desk-merge-same-applicant = same applicant

## Filters, many at once, what was passed on
desk-show-overdue = Overdue
desk-show-near = Due within 3 working days
desk-show-waiting = Waiting for the applicant
desk-show-forwarded = Passed on
desk-empty-overdue = No open case is overdue.
desk-empty-near = No open case is due within three working days.
desk-empty-waiting = No case waits for its applicant.
desk-narrow = Show only some
desk-narrow-send = Show
desk-bulk-title = Give the chosen cases to a post
desk-bulk-send = Give the chosen cases
desk-bulk-back = Back to the queue
desk-bulk-done = Given: { $count }. Post: { $post }
desk-bulk-not = Not given: { $count }
desk-refused-bulk-nothing-chosen = Nothing was given. Tick at least one case, choose a post, and press the button again.
desk-forwarded-lead = What this body has sent to others. Their texts can no longer be opened here.
desk-empty-forwarded = This body has passed no case on.
desk-empty-forwarded-how = What is forwarded from this desk appears here.
desk-forwarded-day = Passed on
desk-forwarded-to = To
desk-forwarded-holder = Held now by
desk-forwarded-stub = This body has passed this case on
desk-forwarded-stub-what = Another body holds it and answers it. Its texts cannot be opened here any more.
desk-overview-raised = Raised cases: near their day or over it
desk-overview-raised-none = No open case has been raised.
desk-overview-raised-none-erasures = No request to erase is over its day.
desk-overview-raised-step = Step
desk-overview-raised-day = Raised on
desk-raised-list = The whole list, page by page and as a file
desk-raised-all = All
desk-raised-expired = Over their day
desk-raised-left = Before their day
desk-raised-erasures = Requests to erase over their day
desk-raised-all-bodies = All bodies
desk-raised-none-how = A case appears here when its head was told that its day is near or over, and stays until it is answered.
desk-raised-none-how-erasures = A request appears here on the day after its own and stays until the head has decided.
desk-raised-csv = This list as CSV, whole
desk-figure-week = Due this week
desk-figure-late = Late in 12 months, charged to the head
desk-overview-charged = Lateness is charged to the head of the body that held the case on its due day.
desk-oversight = Bodies below
desk-oversight-all = Clocks of all bodies
desk-clocks = Open cases
desk-clocks-lead = When each is due and with whom it lies: no text, no name. Nothing can be changed from here.
desk-clocks-none = No open case
desk-clocks-none-how = When a case is open here it stands in this list, the soonest due first.
desk-oversight-lead = Figures, clocks and what was raised: no text, no name.
desk-oversight-body = Body
desk-oversight-raised = Raised
desk-oversight-none = No body lies below yours.

## Notes and stand-ins
desk-notes = Notes of this desk: { $count }
desk-notes-what = For colleagues only: no entry in the record, never public. When something of the case is erased, the notes go with it.
desk-note-text = New note
desk-note-send = Keep the note
desk-done-note = The note has been kept
desk-refused-note-empty-or-long = The note was not kept. Write between 1 and 2,000 characters and press the button again.
desk-stands-in = You act for: { $post }, through { $day }
desk-handover = Away and stand-ins
desk-handover-lead = While the holder of a post is away, another official of this body handles its cases in their own name. Who stands in for the head does under both posts what only a head may do, and never stands behind a refusal of their own. Whoever a complaint names, or who filed it, stays out of it all the same.
desk-handover-none = Nobody is away.
desk-handover-new = Hand a post over
desk-handover-post = Post that is away
desk-handover-deputy = Post that stands in
desk-handover-from = First day
desk-handover-from-hint = Such as 2026-12-01
desk-handover-from-wrong-shape = Write the day like this: 2026-12-01
desk-handover-through = Last day
desk-handover-through-hint = Such as 18.12.2026
desk-handover-through-wrong-shape = Write the day like this: 18.12.2026
desk-handover-send = Hand over
desk-handover-end = End it today
desk-vacancy-title = Heads' posts that nobody holds
desk-vacancy-lead = Until somebody holds the post, you say who acts in it. What only a head may do is done under both posts; whoever a complaint names stays out of it.
desk-vacancy-nobody = no official who could act
desk-vacancy-vacant-deputy = Who acts
desk-vacancy-vacant-from = First day
desk-vacancy-vacant-from-hint = Such as 2026-12-01
desk-vacancy-vacant-from-wrong-shape = Write the day like this: 2026-12-01
desk-vacancy-vacant-through = Last day
desk-vacancy-vacant-through-hint = Such as 18.12.2026
desk-vacancy-vacant-through-wrong-shape = Write the day like this: 18.12.2026
desk-refused-handover-in-the-past = The days do not fit: the first is today or later, the last not before it. Choose other days.
desk-refused-handover-too-long = A stand-in acts for 120 days at most. Choose a shorter time.
desk-refused-handover-to-itself = A post cannot stand in for itself. Choose another post.
desk-refused-handover-exists = Somebody stands in for this post in these days already. End that first.
desk-refused-handover-deputy-away = That post is away in these days too: the cases would lie with nobody. Choose another post.

## Nobody was heard
act-unheard = Not heard before
act-unheard-cannot-be-reached = Nobody at the desk knows a name: nobody could be invited
act-unheard-danger-in-delay = Waiting for a hearing would have done harm
act-unheard-nothing-to-hear = The appeal only tells, asks or proposes something: nothing was decided about the applicant
act-unheard-as-applicant-stated = The decision rests on nothing but what the applicant wrote
act-unheard-applicant-waived = The applicant said in writing that no hearing is wanted
desk-unheard-title = The applicant has not been heard
desk-unheard-what = Whoever is to get less than they asked for is heard first. Announce a hearing, or say below why there was none: the applicant reads the reason, and it is counted in public.
desk-reply-unheard = Why the applicant was not heard
desk-reply-unheard-option-cannot-be-reached = { act-unheard-cannot-be-reached }
desk-reply-unheard-option-danger-in-delay = { act-unheard-danger-in-delay }
desk-reply-unheard-option-nothing-to-hear = { act-unheard-nothing-to-hear }
desk-reply-unheard-option-as-applicant-stated = { act-unheard-as-applicant-stated }
desk-reply-unheard-option-applicant-waived = { act-unheard-applicant-waived }
desk-refused-hearing-needed = The applicant has not been heard. Announce a hearing, or say why there was none.
desk-refused-no-reason-needed = A hearing was held, or none is needed: take the reason out.
desk-refused-reason-unfit = That reason does not fit this case. Choose another one, or announce a hearing.
