## The rules of the clock for everyone
rules-title = Rules of deadlines
rules-lead = By these rules every deadline is counted. New ones are a public act: they cannot be made unseen, and they never reach back.
rules-unconfirmed = The program follows these rules, but no lawyer of the country has confirmed yet that they are the law.
rules-ahead = From { $day } other rules hold
rules-now = What holds today
rules-version-title = Version { $version }
rules-version-link = version { $version }
rules-since = In force from { $day }, version { $version }.
rules-what = What
rules-says = Rule
rules-announcements = All versions
rules-announcements-lead = Each replaces the one before it whole. A case keeps the deadline rules of its filing unless a new version says that it reaches open cases.
rules-version = No.
rules-announced = Announced
rules-from = In force from
rules-why = Why
rules-changed = What it changed
rules-first = the first rules
rules-moves-open = Reaches open cases too
rules-file = The acts themselves, as published
rules-line-answer = Answer: { $kind }
rules-line-forward = Sending on to another body
rules-line-pause = Waiting for the applicant
rules-line-extension = Extension by the head
rules-line-dispute = Review after a dispute, at least
rules-line-withdrawal = Taking a withdrawal back
rules-line-hearing = Hearing, announced at least
rules-line-remedy = Going further against a decision, within
rules-line-escalation = Raising to the head
rules-line-post = A posted letter counts as delivered after
rules-line-erasure = Deciding a request to erase
rules-line-publication = Releasing or refusing an agreed public text
rules-line-law = What the rules rest on
rules-line-confirmed = Confirmed
rules-says-answer = { $term }. { $expiry }
rules-says-expiry-escalate = Near the day and after it the head is told.
rules-says-expiry-flag = After the day it is shown as late.
rules-says-expiry-deemed-granted = After the day it counts as granted.
rules-says-expiry-deemed-refused = After the day it counts as refused.
rules-says-pause =
    { $times ->
        [one] { $term } in all, in { $times } pause
       *[other] { $term } in all, in at most { $times } pauses
    }
rules-says-extension =
    { $times ->
        [0] none
        [one] by at most { $term }, once
       *[other] by at most { $term }, { $times } times
    }
rules-says-escalation = { $first } before the day, once more { $second } before it, and when it has passed
rules-says-hearing = { $term } before it. { $before }
rules-says-hearing-refusal = Before every refusal the applicant is heard, or a reason from the list is stated.
rules-says-hearing-partly = Before every refusal, and before only a part is granted, the applicant is heard, or a reason from the list is stated.
rules-says-no-term = no time limit
rules-says-nothing = nothing is said
rules-says-roll-next-working-day = { $term }; if the last day is not worked, until the next working day
rules-says-roll-previous-working-day = { $term }; if the last day is not worked, until the working day before
rules-says-confirmed = by a lawyer of the country
rules-says-unconfirmed = No lawyer has confirmed these rules yet
decree-entry = Entry
decree-entry-queued = on its way into the record

## Announcing new ones
rules-desk-title = Change the rules of deadlines
rules-desk-lead = A new version holds from a day to come. It is announced in public, with the reason in three languages, and cannot be made unseen.
rules-public = The rules as everyone sees them
rules-ahead-desk = A further change is made from those rules, and cannot hold before them.
rules-edit-answer = Time for an answer
rules-edit-answer-hint = How long a body has for each kind of filing, and whether the head is told when the day comes near.
rules-edit-forward = Time for sending on
rules-edit-forward-hint = By when a body must send on what another one is competent for.
rules-edit-pause = Waiting for the applicant
rules-edit-pause-hint = For how many working days in all, and how often, the clock stands still for a question to the applicant.
rules-edit-extension = Extension
rules-edit-extension-hint = By how much a head may prolong a deadline, and how often.
rules-edit-dispute = Review after a dispute
rules-edit-dispute-hint = The least time that a body has when the applicant did not accept its answer.
rules-edit-withdrawal = Taking a withdrawal back
rules-edit-withdrawal-hint = For how many calendar days whoever withdrew may change their mind.
rules-edit-hearing = Notice before a hearing
rules-edit-hearing-hint = How long before a hearing the applicant reads what the body means to decide.
rules-edit-remedy = Time for going further
rules-edit-remedy-hint = Within how many months of a decision each higher place can be gone to.
rules-edit-escalation = Raising to the head
rules-edit-escalation-hint = How many working days before its day an open case is shown to the head.
rules-edit-post = Time of the post
rules-edit-post-hint = After how long a posted letter counts as delivered.
rules-edit-erasure = Time for a request to erase
rules-edit-erasure-hint = By when a head decides what an applicant asked to have erased.
rules-edit-publication = Time for releasing public texts
rules-edit-publication-hint = By when a head releases or refuses a text that its author agreed to publish; then it is released.
rules-edit-law = What the rules rest on
rules-edit-law-hint = The law that is named for the rules as a whole, and whether a lawyer has confirmed them.
rules-change-kinds = Of which filings
rules-change-kinds-option-filed-application = { desk-kind-filed-application }
rules-change-kinds-option-filed-complaint = { desk-kind-filed-complaint }
rules-change-kinds-option-filed-suggestion = { desk-kind-filed-suggestion }
rules-change-kinds-option-filed-request = { desk-kind-filed-request }
rules-change-kinds-option-filed-message = { desk-kind-filed-message }
rules-change-kinds-option-filed-elsewhere = { desk-kind-filed-elsewhere }
rules-change-length = How many
rules-change-length-wrong-shape = Write how many as a whole number from 1 to { $limit }
rules-change-unit = Of what
rules-change-unit-option-working-days = working days
rules-change-unit-option-calendar-days = calendar days
rules-change-unit-option-months = months
rules-change-expiry = When the day comes near and passes
rules-change-expiry-option-flag = it is shown as late
rules-change-expiry-option-escalate = the head is told, too
rules-change-article = Law and article
rules-change-article-hint = As it is to be cited on the pages
rules-change-pause-days = Working days in all
rules-change-pause-days-wrong-shape = Write the working days as a whole number from 0 to { $limit }
rules-change-pauses = How many pauses
rules-change-pauses-wrong-shape = Write how many pauses as a whole number from 0 to { $limit }
rules-change-extensions = How often
rules-change-extensions-wrong-shape = Write how often as a whole number from 0 to { $limit }
rules-change-revocable-days = Calendar days
rules-change-revocable-days-wrong-shape = Write the calendar days as a whole number from 0 to { $limit }
rules-change-higher-months = Months for the body above
rules-change-higher-months-wrong-shape = Write the months for the body above as a whole number from 1 to { $limit }
rules-change-court-months = Months for a court
rules-change-court-months-wrong-shape = Write the months for a court as a whole number from 1 to { $limit }
rules-change-prosecutor-months = Months for the prosecutor
rules-change-prosecutor-months-hint = Leave it empty where no time limit runs
rules-change-prosecutor-months-wrong-shape = Write the months for the prosecutor as a whole number from 1 to { $limit }, or nothing
rules-change-ombudsman-months = Months for the ombudsman
rules-change-ombudsman-months-hint = Leave it empty where no time limit runs
rules-change-ombudsman-months-wrong-shape = Write the months for the ombudsman as a whole number from 1 to { $limit }, or nothing
rules-change-before-partly = Also before only a part is granted
rules-change-before-partly-hint = Before a refusal the applicant is heard in any case, or a reason from the list is stated.
rules-change-first-days = Working days before, the first time
rules-change-first-days-wrong-shape = Write the days of the first time as a whole number from 2 to { $limit }
rules-change-second-days = Working days before, once more
rules-change-second-days-wrong-shape = Write the days of the second time as a whole number from 1 to { $limit }: it is nearer to the day than the first
rules-change-from = In force from
rules-change-from-hint = A day to come, such as 18.12.2026
rules-change-from-wrong-shape = Write the day like this: 18.12.2026
rules-change-moves = Also for cases that are open on that day
rules-change-moves-hint = Due days that have not passed move. Otherwise a case keeps the rules of its filing.
rules-change-confirmed = A lawyer of the country has confirmed the rules as they will stand
rules-change-reason-tk = Reason in Turkmen
rules-change-reason-ru = Reason in Russian
rules-change-reason-en = Reason in English
rules-check-title = What the new rules change
rules-check-from = Version { $version }, in force from { $day }
rules-will-be = From that day
rules-open-all = It holds for whatever is done from that day on, in open cases too. What was done before stays as it was.
rules-open-kept = Open cases keep the rules of their filing; the new ones are for what is filed from that day on.
rules-open-moved =
    { $count ->
        [one] On that day one case that is open now is counted again; one whose day moves gets an entry that says so.
       *[other] On that day the cases then open ({ $count } now) are counted again; those whose day moves get an entry that says so.
    }
rules-is-public = The rules enter the public record at once, under the office of whoever announces them. What is late already stays late.
rules-change-again = Change what was written
rules-refused-not-ahead = New rules hold from a day to come. Choose tomorrow or a later day.
rules-refused-too-far-ahead = Rules are announced at most { $ahead } days ahead. Choose an earlier day.
rules-refused-before-announced = Rules that hold from { $day } are announced already. Choose that day or a later one.
rules-refused-changes-nothing = The rules say so already.
rules-refused-form-too-old = The page was open for too long. Look at it once more and announce it now.
