appeal-file-damaged = The picture is cut off or damaged. Take it anew or choose another file
appeal-file-cleaned = From your pictures, place, time and device were removed. What they show is unchanged.
appeal-file-cleaned-hint = Place, time and device are removed from pictures. What a document names beside its text is shown to you here.

## Checks of files
file-check-waiting = Being checked. Until then only whoever sent it can open it.
file-check-harmful = A scanner knows this file as harmful. It goes to nobody but whoever sent it.
file-check-active = Open it with care, best as paper or on a computer without a network.
file-check-found-script = This file holds a program.
file-check-found-launch = This file wants to start another program.
file-check-found-embedded-file = Other files are hidden in this file.
file-check-found-sends-form = This file can send what is written into it.
file-check-found-macro = This file holds macros.
file-check-found-fetches-from-outside = This file fetches something from a network when it is opened, and so tells that it was.
file-check-found-locked = This file is locked: nobody could look inside.
file-check-found-unreadable = This file is built so that nobody could look inside.

## Sending in pieces
appeal-upload-sending = Sending: { $percent } %
appeal-upload-broken = The line is broken. Nothing is lost: sending goes on by itself when it is back.
appeal-file-visit-over = Your visit has ended. Load the page anew and choose the file again
appeal-file-part-wrong = The file did not arrive as it should. Load the page anew and choose it again

## What a document names
file-names-title = This document says, beside its text:
file-names-closed = This document is locked or built so that nobody could look inside. It may name you.
file-names-choose = Whoever handles the appeal could read this. Choose before you go on.
file-names-without = Take this out of { $name }
file-names-as-it-is = Send { $name } as it is
file-names-undecided = A document says more than its text. Choose for it: take this out, send it as it is, or remove the file
file-names-stays = stays, since it belongs to what the document shows
file-names-person = name of a person
file-names-comment-author = name beside a comment or a change
file-names-signature = a signature by a certificate, which names a person
file-names-organisation = organisation
file-names-path = place on a computer
file-names-earlier-version = an earlier version of the text
file-names-file-within = another file within it, into which nobody looked
file-names-picture = a picture that can tell place, time and device
file-names-preview = a small picture of how it once looked
file-names-title-of = title or keywords
file-names-other = other data of the program
file-names-date = date
file-names-program = program
file-names-cannot-signed = This document is signed: a change would break the signature, so nothing was taken out
file-names-cannot-closed = Nobody could look inside this document, so nothing was taken out
file-names-cannot-no-program = This portal has no program that takes it out of PDF; nothing was taken out. Send it as it is, or print it to a new file without your name
file-names-cannot-busy = Too many documents are being worked on at this moment. Nothing was taken out; press again in a minute
file-names-cannot-failed = The document could not be written anew without damage, so nothing was taken out
api-file-names-somebody = This document names somebody or something beside its text. Say whether it goes as it is or without that
