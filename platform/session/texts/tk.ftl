## Kompýuterden gitmek we daşlaşmak
session-ending-title = Siz entek şu ýerdemi?
session-ending-explained = Bu sahypada birnäçe minut bäri hiç zat bolmady. Bir minutdan bu kompýuter siziň kimdigiňizi ýatdan çykarar, şonuň üçin indiki adam size degişli hiç zady tapmaz. Iberen zatlaryňyz saklandy.
session-ending-stay = Men entek şu ýerde
session-leave = Bu kompýuterden çykmak
session-ended-title = Bu kompýuter sizi indi tanamaýar
session-ended-explained = On minutlap bu ýerde hiç zat bolmady, şonuň üçin giriş tamamlandy. Iberen zatlaryňyz saklandy. Dowam etmek üçin täzeden giriň ýa-da işiňizi täzeden açyň.
session-left-title = Siz bu kompýuterden çykdyňyz
session-left-explained = Bu kompýuter sizi indi tanamaýar. Brauzeri hem ýapyň. Saklan faýllaryňyz we çap eden sahypalaryňyz duran ýerinde galýar: olary özüňiz bilen alyň.
session-home = Birinji sahypa
