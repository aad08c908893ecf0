appeal-file-damaged = Surat kesilen ýa-da zaýalanan. Ony täzeden alyň ýa-da başga faýl saýlaň
appeal-file-cleaned = Suratlaryňyzdan ýer, wagt we enjam aýryldy. Olarda görünýän zat üýtgemedi.
appeal-file-cleaned-hint = Suratlardan ýer, wagt we enjam aýrylýar. Resminamada ony ýazanyň ady galyp biler.
