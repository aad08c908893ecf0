## On the page of a case
notices-link = Get news of this case by mail or feed

## The page on which it is chosen
notice-title = News of your case
notice-lead = You need not look every day. Choose how you want to learn that something has happened.
notice-back = Back to the case
notice-back-to-page = Back to news of your case
notice-form-too-old = This page lay open for too long. Nothing was changed. Send the form once more.
notice-too-many-addresses = This case has as many addresses as it can have. Stop one of them, or wait until those that nobody confirmed are deleted: three days.
notice-too-many-feeds = This case has as many feed addresses as it can have. Withdraw one of them first.
notice-held-up = Too many requests came from here or for this case. Nothing was sent. Try again tomorrow.

notice-mail-title = By mail
notice-mail-none = This installation sends no mail. Use a feed, or look at the case from time to time.
notice-mail-what = A mail tells you that something has happened, not what was written: you read that here. Your address is kept locked. Officials cannot see it, nor that you get mails.
notice-sealed-title = Your name is sealed in this case
notice-sealed = A mail shows your mail provider, and whoever watches your line, that this site writes to you. Each mail of this case comes one to six hours late and names neither the number nor the body nor what happened. If in doubt, give no address and look at the case from time to time.
notice-address-address = Your mail address
notice-address-address-hint = First a mail comes that asks whether you want this.
notice-address-address-missing = Write the address to which the mails should go
notice-address-address-wrong-shape = Check the address: it should look like name@example.org
notice-address-send = Send me the question
notice-address-list = Addresses that get mails
notice-address-confirmed = Confirmed on
notice-address-stop = Stop these mails

notice-feed-title = By feed
notice-feed-what = A feed reader is a program that looks for you. It shows each step of the case with its date: no text, no name.
notice-feed-who = Whoever has the feed's address can follow the case like you. Do not pass it on. You can withdraw it here at any time.
notice-feed-sealed = The feed of a sealed case names neither number nor body. Whoever watches your line sees that you ask this site, as with any page of it.
notice-feed-make = Make a feed address
notice-feed-list = Feed addresses in use
notice-feed-made = Made on
notice-feed-withdraw = Withdraw this address
notice-feed-made-title = The address of your feed
notice-feed-made-lead = Copy it into your feed reader now. It is shown only once.
notice-feed-open = Open the feed
notice-feed-lost = If you lose it, withdraw it and make a new one.
notice-feed-name = Case

notice-asked-title = Look into your mail
notice-asked-lead = A mail is on its way to the address that you wrote. Open its link and press the button there.
notice-asked-when = It comes within a few minutes. The link works for three days.
notice-asked-when-sealed = Since your name is sealed, it comes after one to six hours, so that nobody can tell from the time who asked. The link works for three days.
notice-asked-not-come = If none comes: check the address, look into the folder for unwanted mail. No more than three such mails a day go to one address.
notice-asked-folder = This is a demo: it puts mails into the folder "mail" of its data, on the computer that it runs on.

## Behind the links of a mail
notice-confirm-asked-title = Do you want these mails?
notice-confirm-asked = Somebody who follows a case wrote your address. Press the button if it was you. If not, close this page: nothing will come.
notice-confirm-send = Yes, send me mails
notice-confirm-done-title = Confirmed
notice-confirm-done = From now on a mail tells you when something happens. Each has a link that stops them.
notice-confirm-unknown-title = This link no longer works
notice-confirm-unknown = It is older than three days, or the mails were stopped. Nothing was changed. To get mails, open your case and write your address once more.
notice-leave-asked-title = Stop these mails?
notice-leave-asked = Your address will be deleted at once. The case goes on as before.
notice-leave-send = Yes, stop them
notice-leave-done-title = No more mails will come
notice-leave-done = Your address is deleted. The case goes on as before, and you can look at it at any time.

## Mails
notice-mail-subject = There is news
notice-mail-confirm = Somebody asked that news of a case be sent to this address.
notice-mail-confirm-link = If that was you, open this link and press the button:
notice-mail-confirm-not-you = If it was not you, do nothing. Your address will be deleted after three days.
notice-mail-already = News of the case already comes to this address. You need not do anything.
notice-mail-number = Case { $number }
notice-mail-sealed = Something has happened. Look when you can do so safely.
notice-mail-look = What was written stands only on the site. To read it:
notice-mail-codes = Nobody will ever ask you for your codes by mail. Do not send them to anybody.
notice-mail-leave = To get no more of these mails:
notice-word-given = Your case was given to an official.
notice-word-passed-on = Your case was passed on to another body. It must tell you itself; the deadline stays.
notice-word-asked = The body asks you something. Until you answer, the clock stands still for a while only.
notice-word-extended = The deadline of your case was extended.
notice-word-deadline-moved = The deadline of your case has moved.
notice-word-hearing = A hearing was announced in your case.
notice-word-replied = There is a reply in your case.
notice-word-joined = Your case was joined with another one. You still get an answer.
notice-word-raised = Your case was raised to the head of the body: its deadline is near or over.
notice-word-withdrawn = Your case was withdrawn. If that was not you, take it back soon: the page of the case says until when.
notice-word-erased = Something was erased in your case.
notice-word-something = Something has happened in your case.

## For whoever has signed somebody else's appeal
notice-signer-title = News of what I signed
notice-signer-back = Back to signing
notice-signer-lead = A mail can tell you that something has happened with the appeal that you signed. You need the number and the code of your own signature.
notice-signer-sealed-title = Nobody else learns that you signed
notice-signer-sealed = Mails come one to six hours late and name neither the number nor the body nor what happened, nor that you signed. Your mail provider, and whoever watches your line, still see that this site writes to you. If in doubt, give no address. Taking your signature back ends the mails.
notice-signer-number = Number
notice-signer-number-missing = Write the number
notice-signer-signature-code = Code of your signature
notice-signer-signature-code-missing = Write the code that you got when you signed
notice-signer-signature-code-not-accepted = No signature stands under this number and code
notice-signer-address = Your mail address
notice-signer-address-hint = First a mail comes that asks whether you want this.
notice-signer-address-missing = Write the address to which the mails should go
notice-signer-address-wrong-shape = Check the address: it should look like name@example.org
notice-signer-full = This signature has as many addresses as it can have. Those that nobody confirmed are deleted after three days; each mail has a link that stops it.
notice-signer-asked-when = It comes after one to six hours, so that nobody can tell from the time who asked. The link works for three days.
notice-mail-signer = Whoever spoke with you about it can tell you more.
