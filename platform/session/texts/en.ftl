## Leaving a computer, and being away from it
session-ending-title = Are you still there?
session-ending-explained = Nothing has happened on this page for some minutes. In one minute this computer forgets who you are, so that the next person finds nothing of yours. What you have sent is kept.
session-ending-stay = I am still here
session-leave = Leave this computer
session-ended-title = This computer no longer knows you
session-ended-explained = Nothing happened here for ten minutes, so the visit was ended. What you have sent is kept. Sign in or open your case again to go on.
session-left-title = You have left this computer
session-left-explained = This computer no longer knows you. Close the browser too. Files that you have saved and pages that you have printed stay where they are: take them with you.
session-home = To the first page
