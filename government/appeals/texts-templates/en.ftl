# Texts that a body keeps ready for its replies.

desk-templates = Reply templates
desk-templates-lead = Texts for questions that come often. An official of this body puts one into a reply and changes what does not fit. Name no person here: a template belongs to no case.
desk-templates-none = There is no template yet.
desk-templates-none-how = Write the first one below. It then stands beside every reply of this body.
desk-templates-full = Templates: { $count }. That is the most a body can keep. Remove one before you write another.
desk-template-new = New template
desk-template-change = Change a template
desk-template-name = Name
desk-template-name-hint = By which officials find it. Applicants never see it.
desk-template-for = Meant for
desk-template-for-all = any answer
desk-template-outcome = Only with this outcome
desk-template-outcome-hint = Left open, it fits every outcome.
desk-template-kind = Only for this kind of filing
desk-template-kind-hint = Left open, it fits every kind. Where a template does not fit, it stands below the others.
desk-template-languages = Languages
desk-template-changed = Changed
desk-template-text-tk = Text in Turkmen
desk-template-text-tk-hint = An appeal is answered in its own language. Write at least one of the three texts.
desk-template-text-tk-missing = Write the text in at least one language
desk-template-text-ru = Text in Russian
desk-template-text-en = Text in English
desk-template-send = Keep the template
desk-template-remove = Remove this template
desk-template-remove-what = It cannot be brought back. Replies that were written with it keep their text.
desk-template-remove-send = Remove for good
desk-template-done-write = The template has been kept
desk-template-done-write-what = It stands beside every reply of this body from now on.
desk-template-done-remove = The template has been removed
desk-template-done-remove-what = Replies that were written with it keep their text.
desk-refused-template-gone = This template is not there any more. What you typed is still here; choose another one, or go on without it.
desk-refused-template-changed = Somebody changed this template meanwhile. Your text is still here and not yet kept; open the template in a second window, compare, then press the button again.
desk-refused-template-name-taken = Another template has this name. Choose a name by which the two can be told apart.
desk-refused-template-too-long = The template was not put in, because the reply would be too long. What you typed is still here; make it shorter and press the button again.
desk-refused-templates-full = The template was not kept, because this body has as many as it can keep. Your text is still here; remove one in a second window, then press the button again.

## Beside a reply
desk-reply-templates = Templates of this body
desk-reply-templates-what = The text comes at the end of your reply. What you have typed stays as it is.
desk-reply-templates-others =
    { $count ->
        [one] { $count } template for other answers
       *[other] { $count } templates for other answers
    }
desk-reply-template-insert = Insert: { $name }
desk-reply-template-other-language = Not in the language of the appeal:
