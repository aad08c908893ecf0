desk-refused-signer-away = Jogaba şu pursatda gol çekip bolmady. Hiç zat ýitmedi: ýazanyňyz saklandy. Birazdan ýene synanyşyň.
desk-refused-signer-refused = Edaranyň açary bu jogaba gol çekmeýär. Ýazanyňyz saklandy. Ulgamy dolandyrýana habar beriň: bu siziň günäňiz däl.
api-problem-signature-follows = Hereket saklandy, ýöne edara şu pursatda gol çekip bilmedi. Dil hatyny bir minutdan ýene soraň.
receipt-unsigned = Ýüz tutmaňyz hasaba alyndy, hiç zat ýitmedi. Edara şu pursatda gol çekip bilmedi: gol soň öz-özünden çekiler. Birnäçe minutdan belgiňiz bilen ýene serediň we dil hatyny şonda alyň.
