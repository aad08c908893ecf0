appeal-file-damaged = The picture is cut off or damaged. Take it anew or choose another file
appeal-file-cleaned = From your pictures, place, time and device were removed. What they show is unchanged.
appeal-file-cleaned-hint = Place, time and device are removed from pictures. A document may still name who wrote it.

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
