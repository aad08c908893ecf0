## The frame of a page
page-skip = Skip to the content
page-languages = Languages
page-breadcrumbs = You are here
page-places = Places
page-bodies = State bodies
page-check = Check
page-sign-in = Sign in
page-desk = Desk
page-my-appeals = My appeals
page-home = First page
page-demo = This is a demonstration: the country, its bodies and its people are invented.
page-machine-written = The Turkmen texts were written by a machine; no native speaker has checked them yet.
fingerprint-of-the-day = Fingerprint of the day:
fingerprint-none = There is no fingerprint of this day yet.
check-how = How anyone checks this

## Forms
form-optional = optional
form-choose = Choose
form-problem-prefix = Note:
form-problems-title = Please put this right
form-characters-max =
    { $count ->
        [one] At most { $count } character.
       *[other] At most { $count } characters.
    }
form-problem-missing = { $label }: an answer is needed
form-problem-too-long =
    { $limit ->
        [one] { $label }: the text is long; at most { $limit } character fits
       *[other] { $label }: the text is long; at most { $limit } characters fit
    }
form-problem-too-short =
    { $limit ->
        [one] { $label }: the text is short; at least { $limit } character is needed
       *[other] { $label }: the text is short; at least { $limit } characters are needed
    }
form-problem-too-many-bytes = { $label }: the text does not fit; shorten it
form-problem-not-an-option = { $label }: choose from the list
form-problem-wrong-shape = { $label }: check how it is written
form-problem-control-characters = { $label }: the text holds an invisible character; write it anew
form-problem-given-twice = { $label }: one answer is needed
form-problem-not-accepted = { $label }: this answer was not accepted

## Pages of a list
pagination-label = Pages of the list
pagination-previous = Previous page
pagination-next = Next page
pagination-first = From the beginning
pagination-place = { $page } of { $pages }

## The seal
seal-queued = queued: signed by the body
seal-in-record = in the record, number { $number }
seal-witnessed = witnessed by { $count }
seal-queued-explained = The body has signed this act. It waits to enter the public record; that may take long, and nothing is lost.
seal-unsigned = queued, signature follows
seal-unsigned-explained = The act is kept and waits to enter the public record. The body could not sign at this moment; its signature follows by itself, and nothing is lost. Come back for the receipt in some minutes.
seal-in-record-explained = This act is in the public record. The witnesses have not signed it yet.
seal-witnessed-explained = This act is number { $number } in the public record. These witnesses have signed the record as it stood:
seal-witness = { $operator }: { $date }, { $time }
seal-proof = Proof

## The clock band
clock-filed = Filed:
clock-due = Due:
clock-today = Today:
clock-closed = Closed:
clock-pause-key = The clock stood still
clock-why = How this day was counted
clock-nothing-due = The body owes no answer now.
clock-running =
    { $days ->
        [one] Answer due { $date }. { $days } working day left.
       *[other] Answer due { $date }. { $days } working days left.
    }
clock-due-today = Answer due today, { $date }.
clock-overdue =
    { $days ->
        [one] Answer was due { $date }. { $days } working day has passed since.
       *[other] Answer was due { $date }. { $days } working days have passed since.
    }
clock-paused = The clock stands still: the body asks for clarification. Without a reply, the answer is due { $date }.
clock-closed-in-time = Closed in time, { $closed }. It was due { $date }.
clock-closed-late =
    { $days ->
        [one] Closed late, { $closed }. It was due { $date }: late by { $days } working day.
       *[other] Closed late, { $closed }. It was due { $date }: late by { $days } working days.
    }

## How a deadline is explained
term-working-days =
    { $count ->
        [one] { $count } working day
       *[other] { $count } working days
    }
term-calendar-days =
    { $count ->
        [one] { $count } calendar day
       *[other] { $count } calendar days
    }
term-months =
    { $count ->
        [one] { $count } month
       *[other] { $count } months
    }
rest-weekend = day of rest
rest-day-off = day off
rest-holiday = holiday: { $name }
explain-posted = Posted { $day }. Time that the rules allow the post: { $term }. Counts as delivered { $delivered }.
explain-started = Filed { $filed }. Counting begins with the next day.
explain-started-rest = Filed { $filed } ({ $rest }). Counting begins after { $registered }.
explain-term = Time the law gives: { $term }. Due { $due }. Basis: { $law }.
explain-holiday-skipped = Not counted: { $date } ({ $name }).
explain-day-off-skipped = Not counted: { $date } (day off).
explain-transferred-day = Declared a working day: { $date }.
explain-rolled = The deadline fell on a day off, { $from }. It goes to the next working day, { $to }.
explain-rolled-rest = The deadline fell on a day off, { $from } ({ $rest }). It goes to the next working day, { $to }.
explain-paused =
    { $days ->
        [one] The body asked for clarification on { $day }. The clock stands still for at most { $days } working day. Without a reply, due { $due }.
       *[other] The body asked for clarification on { $day }. The clock stands still for at most { $days } working days. Without a reply, due { $due }.
    }
explain-resumed =
    { $days ->
        [one] The applicant replied on { $day }. The clock stood still for { $days } working day. Now due { $due }.
       *[other] The applicant replied on { $day }. The clock stood still for { $days } working days. Now due { $due }.
    }
explain-pause-lapsed = No reply came; the pause ended on { $until }. Due { $due }.
explain-extended = The head of the body extended the deadline on { $day }. It was { $from }; now due { $due }. The latest day possible is { $latest }.
explain-moved-by-calendar = The calendar of working days was changed on { $announced }. It was due { $from }; now due { $to }. Days concerned: { $days }.
explain-moved-by-rules = A new rule came into force on { $valid }. It was due { $from }; now due { $to }.
explain-forwarded = Forwarded to another body on { $day }: { $body }. The deadline stays: { $due }.
explain-forwarded-kept = Forwarded on { $day } from one body to another. From: { $fromBody }. To: { $toBody }. The deadline stays: { $due }.
explain-disputed-stood = Marked on { $day } as no answer. The deadline that stood holds again: { $due }.
explain-disputed-review = Marked on { $day } as no answer. Time for a new review: until { $due }.
explain-withdrawal-revoked = The withdrawal was taken back on { $day }. The deadline holds again: { $due }.
explain-promised-earlier = The latest day by law is { $latest }. The body promised an earlier one: { $due }.
explain-closed = Closed on { $day }. It was due { $due }.
explain-closed-free = Closed on { $day }.
explain-erasure-asked = Asked for on { $day }. Counting begins with the next day.
explain-erasure-asked-rest = Asked for on { $day } ({ $rest }). Counting begins after { $counted }.

## The same in one line, for a list
brief-posted = posted { $day }
brief-term = { $term } from { $day }
brief-not-counted = days off: { $days }
brief-worked = worked: { $days }
brief-rolled = { $day } is a day off
brief-paused =
    { $days ->
        [one] waiting since { $day }, { $days } working day at most
       *[other] waiting since { $day }, { $days } working days at most
    }
brief-resumed =
    { $days ->
        [one] paused for { $days } working day
       *[other] paused for { $days } working days
    }
brief-pause-lapsed = paused, no reply by { $day }
brief-extended = extended { $day }
brief-moved-by-calendar = calendar changed { $day }, before: { $from }
brief-moved-by-rules = new rule { $day }, before: { $from }
brief-forwarded = forwarded { $day }, same term
brief-disputed = disputed { $day }
brief-withdrawal-revoked = withdrawal taken back { $day }
brief-promised-earlier = promised before { $day }

## The record of answering
answering-title = Record of answering: last 12 months
answering-in-time = in time
answering-late = late
answering-open-overdue = overdue, no answer
answering-received = appeals received
answering-median = working days, median
answering-overturned = Of the answers in time, overturned later by the body above, in the four quarters until { $until }: { $number }. That is the state's own word.
answering-withheld = not shown
answering-month = Month
answering-numbers = Numbers by month
answering-table = Record of answering: { $body }
answering-source = The body does not write these numbers: they are counted from the public record, and anyone can count them again.

## Errors
error-incident = If you report this, name this code:
error-400-title = The request cannot be understood
error-400-what = What came from the browser is not complete. Nothing has changed.
error-400-do = Go back and open the page anew.
error-403-title = This was not done
error-403-what = The request did not come from our page, or this place is not open to you. Nothing has changed.
error-403-do = Open the form anew on this site and send it, or sign in.
error-404-title = There is no such page
error-404-what = The address may hold a mistake, or the page was removed.
error-404-do = Check the address or begin at the first page. If you have a number, type it there.
error-409-title = This has changed meanwhile
error-409-what = While you were reading, another act was entered here. Yours was not carried out.
error-409-do = Open the page anew and read how things stand.
error-410-title = This is no longer here
error-410-what = It was removed, or its time has passed.
error-410-do = Begin at the first page.
error-413-title = Too much was sent
error-413-what = A text or a file is larger than allowed. It was not taken.
error-413-do = Go back: what you wrote is still there. Make the file smaller or send it in parts.
error-415-title = This kind of data is not read
error-415-what = Data of this kind is not taken here.
error-415-do = Send the form from this site.
error-422-title = This was not carried out
error-422-what = The form was already sent with other content, or its time has passed. Nothing was done a second time.
error-422-do = Open the form anew and fill it in.
error-429-title = Too many attempts
error-429-what = Too many requests came in a short time.
error-429-do = Wait some minutes and try again. What you wrote is not lost.
error-500-title = Something broke on our side
error-500-what = It is not your fault. It is not known whether the act was carried out.
error-500-do = Send the same form again in some minutes: it will not count twice.
error-503-title = The service is not available now
error-503-what = The system is down for a while. What was sent before is not lost.
error-503-do = Try again in some minutes.
answering-strip-source = { $date } · counted from the public record
answering-strip-overturned = In time, but overturned later, as stated by the state, in four quarters: { $number }
answering-strip-text = { $body }, the last 12 months: { $numbers }. { $overturned }. As of { $date }.
answering-strip-more = All its figures and the public record
