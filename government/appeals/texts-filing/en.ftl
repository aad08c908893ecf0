## Whom a complaint is about
appeal-about-title = Whom is the complaint about?
appeal-about-why = You need not name anybody. Whomever you tick can neither open your complaint nor answer it, and it is not sent to their body. If you tick a whole body, that holds for everybody who works there.
appeal-about-officials = Officials and bodies complained of
appeal-about-officials-hint = Tick a post if you know it, or the body as a whole. What you ticked is never public.
appeal-about-too-many = Tick at most { $count }. Whoever complains of more posts ticks the body as a whole.
appeal-about-whole = The body as a whole
appeal-about-whole-of = { $body }, the body as a whole
appeal-about-who = In your own words
appeal-about-who-hint = A name, a room, a day on duty: whatever tells who it is. It stands with your text, and whoever handles it reads it. Words alone keep nobody out; where they name somebody in office you are asked whom you mean.
appeal-about-meant-title = Do you mean somebody of these?
appeal-about-meant = Their names stand in your words
appeal-about-meant-hint = Tick whom you mean: only then can they not open your complaint. If nobody is meant, go on. Whoever gives it to somebody of that name must then say why, and you read it.
appeal-about-nobody = nobody named
appeal-about-elsewhere = Is it somebody at another body?
appeal-about-search = Name of the other body, or a part of it
appeal-about-search-hint = For example the district below a province.
appeal-about-look = Look for it
appeal-about-found = What was found stands in the list above.
appeal-about-found-many = The first that were found stand in the list above. Write more of the name if yours is not among them.
appeal-about-found-none = No body has such a name. Write another part of it.
appeal-higher-title = Who could handle it?
appeal-higher-why = Your complaint is about the head of this body: { $body }. Only the head could give it to somebody there, and the head may not open it. Nobody would be left to handle it.
appeal-higher-why-whole = Your complaint is about this body as a whole: { $body }. Nobody who works there may open or answer it. They could only pass it on.
appeal-higher-law = A complaint is not handled by whom it is about. Whoever gets it must answer you within the same time.
appeal-higher-move-higher-body = Send it to the body above
appeal-higher-move-prosecutor = Send it to the prosecutor
appeal-higher-move-ombudsman = Send it to the ombudsman
appeal-higher-stay = Keep the body that I chose
appeal-higher-stay-hint = If you keep it, the complaint is registered there all the same. The clock runs, and anyone can see if no answer comes.

## For whom
appeal-whom-title = For whom do you write?
appeal-whom-why = Whoever cannot write, or fears to, can have it done by somebody they trust.
appeal-whom-whom = You write
appeal-whom-whom-missing = Choose for whom you write
appeal-whom-whom-option-self = for myself
appeal-whom-whom-option-another = for another person, in my own name
appeal-whom-whom-option-another-hint = As a relative, a lawyer or somebody else. The other person need not be named; the answer comes to you.
appeal-whom-whom-option-together = together with others
appeal-whom-whom-option-together-hint = You send it, and you can then pass on a code with which others sign it too.
appeal-whom-relation = If for another person: what are you to them?
appeal-whom-relation-missing = Say what you are to the person for whom you write
appeal-whom-relation-option-relative = relative
appeal-whom-relation-option-lawyer = lawyer
act-relation = Filed for somebody else by a
appeal-whom-relation-option-other = somebody else

## Who may know
appeal-identity-title = Who may know that it is you?
appeal-identity-why = The body must answer in each of the three cases, and within the same time.
appeal-identity-identity = Who may know your name
appeal-identity-identity-missing = Choose who may know your name
appeal-identity-identity-not-an-option = Whoever writes for somebody else or together with others gives a name: choose whether it is shown or sealed
appeal-identity-identity-option-shown = The official who handles it may see it
appeal-identity-identity-option-shown-hint = Each time the official opens it, that is entered in the record.
appeal-identity-identity-option-sealed = Sealed: the body handles it without my name
appeal-identity-identity-option-sealed-hint = Name, address and contact stay encrypted. A sealed answer still reaches you on this site.
appeal-identity-identity-option-nameless = Nameless: nobody is told
appeal-identity-identity-option-nameless-hint = No name, no address and no account is asked for or kept. You fetch the answer with the number and the secret alone.
appeal-identity-with-name = Whoever writes for somebody else or together with others gives a name; it may stay sealed.

## The warning
appeal-warning-title = What can give you away
appeal-warning-safer = Safer ways first
appeal-warning-safer-why = If it is dangerous for you to be known, do not send it from here.
appeal-warning-lawyer = A lawyer or a relative can send it in their own name:
appeal-warning-lawyer-link = choose “for another person”
appeal-warning-abroad = A relative abroad can send it over another line; read it to them by telephone only if nobody listens.
appeal-warning-paper = On paper it can be handed in by anybody and leaves no trace on a line:
appeal-warning-paper-link = addresses and reception hours
appeal-warning-gives-away = If you go on here
appeal-warning-line = This line can identify you. There is one provider, and it sees that you are on this site and when.
appeal-warning-cafe = This café or this computer can identify you: it may note your passport and what is typed.
appeal-warning-story = Your story can identify you: what only you can know tells who wrote it.
appeal-warning-files = So can your files: a photograph or a letter that only you have.
appeal-warning-we-do = What is done here
appeal-warning-sealed = Your name is encrypted and kept from those who handle it. The public entry is made in the night after, at a random moment, unless you choose proof at once. No address of your line is kept with it.
appeal-warning-nameless = Nothing that names you is asked for or kept. The public entry is made in the night after, at a random moment, unless you choose proof at once. No address of your line is kept with it.
appeal-warning-signed-in-title = You are signed in
appeal-warning-signed-in = A nameless appeal belongs to no account. When you go on, you are signed out in this browser; what you have written stays.
appeal-warning-understood = I have read it: this line, this place and my story can tell who I am
appeal-warning-understood-missing = Tick that you have read what can give you away, or choose a safer way
appeal-warning-leave-and-go-on = Sign out and continue nameless
appeal-you-why-nameless = Nothing that names you is asked for. Only the moment of the public entry is yours to choose.

## Hints by words
hint-emergency-title = Do not wait for an answer here: call
hint-emergency-title-without = Do not wait for an answer here: get help
hint-emergency-gas = Smell of gas: open the windows, make no flame, go out.
hint-emergency-fire = Fire: get everybody out.
hint-emergency-violence = Violence or threat to life: go where other people are.
hint-emergency-health = Sudden illness or injury: do not leave whoever it is alone.
hint-emergency-do-not-wait = Nobody reads appeals at once. You can send this one all the same.
hint-elsewhere-title = Perhaps another way is the right one
hint-elsewhere-court = What a court has decided or has before it, only a court can change. A body can answer about everything else.
hint-elsewhere-election = Complaints about an election go to the election commission, whose time limits are short.
hint-elsewhere-crime = A crime is reported to the police or to the prosecutor, who must give you a slip for it.
hint-elsewhere-go-on = If it is about something else, go on: you will get an answer.

## Sentences of the API
api-nameless-takes-no-identity = A nameless filing takes no identity: leave it out
api-nameless-shows-nothing = A nameless filing has no name to show: set identityShown to false
api-relation-needs-name = Whoever files for somebody else gives a name
api-identity-missing = Say who files, or set nameless to true
api-warning-not-read = Tell the applicant first that the line, the place and the story can give them away, then set warningRead to true
api-complaint-not-a-complaint = Only a complaint is about officials
api-complaint-no-such-post = A post or a line of words is not accepted: give bodies and posts as this API lists them
api-complaint-too-many = Name at most six posts and bodies
api-complaint-names-the-head = The complaint is about this body or its head, so nobody would be left there to handle it: send it to one of { $bodies }, or set staysWithBody to true
