## The first page
public-home-title = What do you want to do?
public-home-file = Write to a state body
public-home-file-hint = A complaint, an application, a suggestion, a request. It is registered at once.
public-home-follow = Follow an appeal
public-home-follow-hint = See where it stands and by when an answer is due.
public-home-find = Find a state body
public-home-find-hint = What it is responsible for, where it is, when it receives people.
public-home-look = Look at how bodies answer
public-home-look-hint = Who answers in time, who is late, who says nothing.
public-home-check = Check the public record
public-home-check-hint = Count everything again yourself, without trusting anybody.
public-home-number = I have a number
public-home-number-send = Show this appeal
public-home-today = Today, { $date }
public-all-bodies = All bodies together
public-figure-open = appeals open now
public-figure-overdue = beyond the due day, no answer
public-figure-headline = answered in time, in 12 months
public-figure-headline-less = less those overturned later, as stated by the state
public-figure-oldest = working days: the longest overdue

## The longest waiting
public-waiting-title = Who waits longest for an answer
public-waiting-lead = Every open case whose due day has passed. No case is left out, whatever the body wishes.
public-waiting-count =
    { $count ->
        [one] { $count } case on { $date }. The earliest due day comes first.
       *[other] { $count } cases on { $date }. The earliest due day comes first.
    }
public-waiting-none = Nobody waits beyond the due day
public-waiting-none-how = A case appears here on the day after its due day and stays until the body answers.
public-waiting-no-numbers = The number of a case does not stand here: it belongs to whoever filed it. The entry shows what the public record says of the case, and nothing more.
public-waiting-all = Every case of this body that waits
public-as-csv = The whole list as CSV
public-days-overdue = Working days overdue
public-charged = Body charged
public-filed = Filed
public-due = Due
public-entry = Entry
public-disputed = answer disputed
public-now-with = Now with
public-write-to-body = Write to this body

## How bodies answer
public-statistics-title = How state bodies answer
public-statistics-lead = Answered in time, and not disputed by the applicant: that alone counts. Passing on, explaining, joining and withdrawing are no answers.
public-period = From { $from } to { $until }.
public-as-of = As of { $date }.
public-ranked =
    { $count ->
        [one] In order of rank: bodies with at least { $count } judged case
       *[other] In order of rank: bodies with at least { $count } judged cases
    }
public-unranked =
    { $count ->
        [one] Without rank: fewer than { $count } judged case
       *[other] Without rank: fewer than { $count } judged cases
    }
public-none-ranked =
    { $count ->
        [one] No body has { $count } judged case yet, so none has a rank
       *[other] No body has { $count } judged cases yet, so none has a rank
    }
public-body = Body
public-headline = Answered in time
public-headline-of = { $percent }: { $part } of { $whole } judged cases
public-overturned = Of these, overturned later, as stated by the state
public-headline-less = Answered in time, less those overturned
public-overturned-heading = overturned later (stated)
public-headline-less-heading = Less those (stated)
public-bar-heading = Judged cases
public-percentile = 90th percentile
public-median = Working days held, median
public-bar = The bar shows the judged cases: answered in time, then closed in time without an answer, then late, then hollow: overdue without an answer.
public-no-filings =
    { $count ->
        [one] { $count } body without filings
       *[other] { $count } bodies without filings
    }
public-counted-elsewhere =
    { $count ->
        [one] { $count } body is counted with the one above it
       *[other] { $count } bodies are counted with the one above them
    }
public-counted-with = This body receives few filings. They are counted together with those of:
public-meaning-title = What these numbers mean
public-meaning = A case is judged when it was answered, closed or left beyond its due day. The body that held the case on the due day is charged with the delay. Days are working days from receiving a case to passing it on or closing it; half of all cases took at most the median, nine of ten at most the 90th percentile.
public-not-overturned = Answers that the body above overturned later still count in the headline and the rank: the public record does not show that. Beside them stands what the state says was overturned from { $from } to { $until }, in quarters that are over, and the headline less those. An answer is taken off for the quarter in which it was overturned, also one given earlier. Where a quarter's number is too small to be shown, none is. More of it:
public-again = No body writes these numbers. They are counted from the public record, and you can count them again:
public-figures-title = Its figures
public-open = Open now
public-overdue-now = Beyond the due day now, no answer
public-forwarded = Passed on to another body
public-extended = Deadlines extended by the head
public-figure-disputed = Answers disputed by applicants
public-explained = Closed without an answer (explained, ended)

## How anyone checks
public-check-lead = Every act of the state is an entry in a public record that nobody can change unseen. You need not believe this site: copy the record and count for yourself.
public-check-leaf = An entry shows what was done, by which body, when, and by when the next act is due. It holds no name and no text, only their seal: whoever has the text can prove that it is the one.
public-check-telephone-title = By telephone
public-check-telephone = These twelve digits stand for the whole record as it was when this day began. Compare them with somebody elsewhere. If you hear other digits for the same day, one of you was shown a false record.
public-check-page-title = With a browser
public-check-page = One page judges a receipt on your own computer. Save it; it needs no network.
public-check-page-digest = SHA-256 of the page. A copy with another one is not this page:
public-check-page-build = Whoever has the source builds the same bytes and sees the same number:
public-check-page-link = Open the page
public-check-program-title = With the program
public-check-program = The program belongs to nobody's server. It runs on the copy, also from a memory stick.
public-check-command-mirror = Copy the record into the folder “record”:
public-check-command-verify = Check every entry, signature and deadline:
public-check-command-report = Count every figure of this site again:
public-check-command-receipt = Check the receipt of your own appeal:
public-check-policy = With --policy FILE you say which witnesses you trust. Get that file from somebody you trust, not from here.
public-check-witnesses-title = Who signs that nothing was changed
public-check-witnesses = Witnesses sign the record only if it still holds everything they signed before. A witness is worth what its operator is worth.
public-check-no-witness = No witness has been named
public-check-operator = Run by
public-check-signed = Signed the newest record
public-check-not-signed = not yet
public-check-log-title = The record
public-check-size = Entries
public-check-files = Its files
public-check-origin = Its name
public-check-key = Its key
public-check-policy-digest = Fingerprint of the witness policy
public-entry-number = Number of an entry
public-entry-number-hint = It stands on every receipt and beside every act.
public-entry-number-wrong-shape = Write the number in digits, without spaces
public-check-entry-show = Show this entry
public-check-not-title = What is not proved
public-check-not-truth = That an answer is right or good. Proved is that it came, and when.
public-check-not-outside = What was never entered: a refusal at the door, a paper thrown away. Keep your receipt.
public-check-not-person = Who a person is. The record knows bodies and posts, no people.
public-check-not-time = The time in an entry is the state's own word. Proved is when the witnesses signed.
public-check-not-together = If the state and all witnesses lie together, they can show two records. That is why the digits are compared by telephone.
public-check-not-stated = Outcomes, places and ratings are stated by the state, unless the text was published.

## One entry
public-entry-title = Entry { $number }
public-entry-unknown = An act of a kind that this version does not know (number { $number })
public-entry-body = In the register of
public-entry-time = Time, as the state says
public-entry-due = The next act is due
public-entry-no-due = none
public-entry-serial = Number in this register
public-entry-seal = Seal
public-entry-case = Entries of the same case
public-entry-nothing-more = The record holds nothing more about it: no name, no text, no number of a case.
public-entry-proof = Download the proof (tlog-proof)
public-entry-bytes = The 118 bytes of this entry
public-entry-tag = Tag of the case
public-entry-commitment = Seal over the content
public-entry-previous = Hash of the entry before it in the same case
public-entry-neighbours = Neighbouring entries
public-entry-before = Entry before
public-entry-after = Next entry

## Refusals of the API
api-problem-schema = The request does not fit the description of this interface.
api-problem-unreadable = The request cannot be read.
api-problem-idempotency-key = The header Idempotency-Key is needed: 16 to 128 letters and digits, drawn anew for each filing.
api-problem-not-accepted = Number and code do not fit together.
api-problem-no-such-body = There is no such state body.
api-problem-no-such-act = The case has no such act.
api-problem-may-not-follow = This may not follow as the case stands now.
api-problem-different-body = This key was used for another filing. Draw a new one.
api-problem-erased = What was asked for has been erased.
api-problem-too-large = The request is too large.
api-problem-not-json = Only JSON is read here.
api-problem-takes-no-appeals = Appeals cannot be sent to this body here.
api-problem-fields = Some fields must be put right.
api-problem-attachment = Some files were not taken.
api-problem-number-malformed = A number of a case has eleven digits.
api-problem-number-check-digit = A digit of the number is wrong or missing.
api-problem-code-malformed = The code does not have the right length.
api-problem-held-up = Too many attempts from here. Wait a quarter of an hour.
api-not-base64 = This is not base64.
