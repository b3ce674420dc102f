/// Legal forms by country, as data: country; code of ISO 20275 (empty where the list has none); class; spellings, the usual one
/// first.
///
/// Source: the entity legal form (ELF) code list 1.5 of ISO 20275, with spellings from general use.
enum LegalFormTable {
    static let text = """
        NL;33MN;association;Vereniging|Ver.|Veren.|vereniging met volledige rechtsbevoegdheid
        NL;4QXM;sole-trader;Eenmanszaak|EMZ|zzp|eenmanszaak
        NL;54M6;private-limited;BV|B.V.|b.v.|bv|B V|Besloten Vennootschap|besloten vennootschap met beperkte aansprakelijkheid
        NL;5WU6;eeig;EESV|E.E.S.V.|Europees Economisch Samenwerkingsverband
        NL;62Y3;general-partnership;VOF|V.O.F.|v.o.f.|vof|Vennootschap onder firma|vennootschap onder firma
        NL;8VFX;association;Vereniging|informele vereniging|vereniging met beperkte rechtsbevoegdheid
        NL;9AAK;civil-partnership;Maatschap|mts.|maatschap
        NL;A0W7;public-body;Publiekrechtelijke rechtspersoon|Gemeente|Provincie|Waterschap|Ministerie|publiekrechtelijke rechtspersoon
        NL;B5PM;public-limited;NV|N.V.|n.v.|nv|Naamloze Vennootschap|naamloze vennootschap
        NL;BBEB;se;SE|S.E.|Societas Europaea|Europese naamloze vennootschap|Europese naamloze vennootschap (Societas Europaea)
        NL;CODH;limited-partnership;CV|C.V.|c.v.|cv|Commanditaire vennootschap|commanditaire vennootschap
        NL;DEO1;mutual;OWM|O.W.M.|owm|o.w.m.|Onderlinge Waarborgmaatschappij|Onderlinge|onderlinge waarborgmaatschappij
        NL;EZQW;in-formation;i.o.|io|in oprichting|B.V. i.o.|BV i.o.|rp io|R.P. io|RP io|rechtspersoon in oprichting
        NL;GNXT;owners-association;VvE|VVE|V.v.E.|V.V.E.|Vereniging van Eigenaars|Vereniging van Eigenaren|vereniging van eigenaars
        NL;JHK5;fund;Fonds voor gemene rekening|FGR|fonds voor gemene rekening
        NL;L7HX;religious;Kerkgenootschap|Parochie|Kerk|kerkgenootschap
        NL;NFFH;cooperative;Coöperatie|Cooperatie|Coöperatieve vereniging|Coöp.|coöp|Coöperatie U.A.|U.A.|UA|W.A.|WA|B.A.|BA|Coöperatieve|coöperatie
        NL;V44D;foundation;Stichting|St.|Sticht.|Stg.|stichting
        NL;Y3ZB;sce;SCE|S.C.E.|Societas Cooperativa Europaea
        NL;;private-limited;Flex-BV|Flex BV
        NL;;branch;Dutch Branch|Netherlands Branch|bijkantoor Nederland
        NL;M1IZ;;Overige Privaatrechtelijke Rechtspersoon
        NL;UNJ2;;rederij
        BE;28FE;cooperative;CV|C.V.|Coöperatieve vennootschap|SC|S.C.|Société coopérative|Gen.|Genossenschaft
        BE;36KV;se;SE|Europese vennootschap|Europese vennootschap (Societas Europaea)|Société européenne|Société européenne (Societas Europaea)|Europäische Gesellschaft (Societas Europaea)
        BE;3N94;sole-trader;ONP|Eenmanszaak|Natuurlijk persoon|Onderneming-natuurlijk persoon|EPP|Personne physique|Entreprise individuelle|Entreprise personne physique|UNP|Unternehmen natürliche Person
        BE;3W7E;private-limited;BV|B.V.|Besloten Vennootschap|SRL|S.R.L.|Société à responsabilité limitée|GmbH|G.m.b.H.|Gesellschaft mit beschränkter Haftung
        BE;7SJP;eeig;EESV|Europees economisch samenwerkingsverband|GEIE|Groupement européen d'intérêt économique|EWIV|Europäische wirtschaftliche Interessenvereinigung
        BE;8E2A;cooperative;CVBA|C.V.B.A.|Coöperatieve vennootschap met beperkte aansprakelijkheid|SCRL|S.C.R.L.|Société coopérative à responsabilité limitée|Gen.mbH|Genossenschaft mit beschränkter Haftung
        BE;C609;private-limited;EBVBA|E.B.V.B.A.|Eenpersoons besloten vennootschap met beperkte aansprakelijkheid|SPRLU|S.P.R.L.U.|Société privée à responsabilité limitée unipersonnelle|PGmbHmA|Privatgesellschaft mit beschränkter Haftung mit einem Alleingesellschafter
        BE;J5OU;eig;ESV|Economisch samenwerkingsverband|GIE|Groupement d'intérêt économique|WIV|Wirtschaftliche Interessenvereinigung
        BE;KM6O;civil-partnership;Maatschap|MS|Société simple|SDC|Société de droit commun|GaR|Gesellschaft des allgemeinen Rechts
        BE;LWHF;cooperative;CVOA|C.V.O.A.|Coöperatieve vennootschap met onbeperkte aansprakelijkheid|SCRI|S.C.R.I.|Société coopérative à responsabilité illimitée|Gen.mubH|Genossenschaft mit unbeschränkter Haftung
        BE;LWV6;limited-partnership;Comm.V|GCV|Gewone commanditaire vennootschap|SCS|S.C.S.|Société en commandite simple|EKG|Einfache Kommanditgesellschaft
        BE;MQH3;limited-partnership;CommV|Comm.V|Comm.V.|Comm. V.|Commanditaire vennootschap|SComm|S.Comm.|Société en commandite|KommG|KG|Kommanditgesellschaft
        BE;N5NT;private-limited;BVBA|B.V.B.A.|Besloten vennootschap met beperkte aansprakelijkheid|SPRL|S.P.R.L.|Société privée à responsabilité limitée|PGmbH|P.G.m.b.H.|Privatgesellschaft mit beschränkter Haftung
        BE;R85P;public-limited;NV|N.V.|Naamloze Vennootschap|Naamloze vennootschap|SA|S.A.|Société anonyme|AG|A.G.|Aktiengesellschaft
        BE;U2PN;partnership-limited-by-shares;Comm.VA|CVA|C.V.A.|Commanditaire vennootschap op aandelen|SCA|S.C.A.|Société en commandite par actions|KGaA|Kommanditgesellschaft auf Aktien
        BE;UW1Y;general-partnership;VOF|V.O.F.|Vennootschap onder firma|SNC|S.N.C.|Société en nom collectif|OHG|O.H.G.|Offene Handelsgesellschaft
        BE;V03J;association;IVZW|I.V.Z.W.|Internationale vereniging zonder winstoogmerk|AISBL|A.I.S.B.L.|Association internationale sans but lucratif|IVoG|Internationale Vereinigung ohne Gewinnerzielungsabsicht
        BE;W3WH;association;VZW|V.Z.W.|vzw|Vereniging zonder winstoogmerk|ASBL|A.S.B.L.|asbl|Association sans but lucratif|VoG|V.o.G.|Vereinigung ohne Gewinnerzielungsabsicht
        BE;Y1Q4;foundation;PS|Private stichting|PRIV ST.|FONDPRIV|Fondation privée|PrSt|Privatstiftung
        BE;ZUHK;foundation;SON|Stichting van openbaar nut|FUP|Fondation d'utilité publique|gnS|Gemeinnützige Stiftung
        BE;;branch;Bijkantoor|Succursale|Zweigniederlassung|Bijkantoor / succursale (branch)
        BE;1TX8;;CVA SO|Commanditaire vennootschap op aandelen met een sociaal oogmerk|SCA FS|Société en commandite par actions à finalité sociale|KGaAmsZ|Kommanditgesellschaft auf Aktien mit sozialer Zielsetzung
        BE;2QSA;;CVBA SO|Coöperatieve vennootschap met beperkte aansprakelijkheid met een sociaal oogmerk|SCRL FS|Société coopérative à responsabilité limitée à finalité sociale|GbHsZ|Genossenschaft mit beschränkter Haftung mit sozialer Zielsetzung
        BE;3LMA;;BO|Buitenlandse onderneming|ENT E|Entreprise étrangère|AGes.|Ausländische Gesellschaft
        BE;4E5P;;CVOA SO|SCRI FS|Société coopérative à responsabilité illimitée à finalité sociale|GuHsZ|Genossenschaft mit unbeschränkter Haftung mit sozialer Zielsetzung
        BE;8YLB;;IZW|Instelling zonder winstoogmerk|ISBL|Institution sans but lucratif|EoG|Einrichtung ohne Gewinnerzielungsabsicht
        BE;B910;;VOF SO|Vennootschap onder firma met een sociaal oogmerk|SNC FS|Société en nom collectif à finalité sociale|OHGmsZ|Offene Handelsgesellschaft mit sozialer Zielsetzung
        BE;CFH5;;VVZRL|Vennootschap of vereniging zonder rechtspersoonlijkheid|SASPJ|Société ou association sans personnalité juridique|GVoRP|Gesellschaften oder Vereinigungen ohne Rechtspersönlichkeit
        BE;EDMK;;VZW PR|Vereniging zonder winstoogmerk van publiek recht|ASBL DPU|Association sans but lucratif de droit public|ÖrVohGza|Öffentlich-rechtliche Vereinigung ohne Gewinnerzielungsabsicht
        BE;EXY8;;CVOA CD|SCRI CP|GmuHGB
        BE;JAM3;;CV PR|Coöperatieve vennootschap van publiek recht|SC DPU|Société coopérative de droit public|ÖrGen.|Öffentlich-rechtliche Genossenschaft
        BE;JNAD;;BVBA SO|Besloten vennootschap met beperkte aansprakelijkheid met een sociaal oogmerk|SPRL FS|Société privée à responsabilité limitée à finalité sociale|PmbHsZ|Privatgesellschaft mit beschränkter Haftung mit sozialer Zielsetzung
        BE;KLBO;;BV CVA|Burgerlijke vennootschap onder vorm van commanditaire vennootschap op aandelen|SC SCA|Société civile sous forme de société en commandite par actions|ZRG KGaA
        BE;L05H;;BV PR|Besloten Vennootschap van publiek recht|SRL DPU|Société à responsabilité limitée de droit public|ÖrGmbH|Öffentlich-rechtliche Gesellschaft mit beschränkter Haftung
        BE;O59C;;ESV SO|Economisch samenwerkingsverband met een sociaal oogmerk|GIE FS|Groupement d'intérêt économique à finalité sociale|WIVmsZ|Wirtschaftliche Interessenvereinigung mit sozialer Zielsetzung
        BE;O5HQ;;BV CVBA|SC SCRL|Société civile sous forme de société coopérative à responsabilité limitée|ZvGGbH
        BE;PVT3;;EBVBA SO|SPRLU FS|Société privée à responsabilité limitée unipersonnelle à finalité sociale|PgbHsZ
        BE;QZIS;;OI|Openbare instelling|ETSPUBLI|Etablissement public|ÖE|Öffentliche Einrichtung
        BE;T922;;BV GCV|Burgerlijke vennootschap onder vorm van gewone commanditaire vennootschap|SC SCS|Société civile sous forme de société en commandite simple|ZRG EKG
        BE;TPTU;;NV PR|Naamloze vennootschap van publiek recht|SA DPU|Société anonyme de droit public|Ö.-r.AG|Öffentlich-rechtliche Aktiengesellschaft
        BE;U5KF;;BV VOF|Burgerlijke vennootschap onder vorm van vennootschap onder firma|SC SNC|Société civile sous forme de société en nom collectif|ZRG OHG|Zivilrechtliche Gesellschaft in der Rechtsform einer offenen Handelsgesellschaft
        BE;UCT9;;BV LV|Burgerlijke Vennootschap onder vorm van Landbouwvennootschap (BV LV)|SC SAGR|Société civile sous forme de société agricole|ZRG LG
        BE;V7FT;;NV SO|Naamloze vennootschap met een sociaal oogmerk|SA FS|Société anonyme à finalité sociale|AGmsZ|Aktiengesellschaft mit sozialer Zielsetzung
        BE;V8L7;;BV BVBA|SC SPRL|Société civile sous forme de société privée à responsabilité limitée|ZvGPgbH
        BE;WTLP;;BV CVOA|SC SCRI|Société civile sous forme de société coopérative à responsabilité illimitée|ZvGGugcH
        BE;X8ZK;;CVBA PR|Coöperatieve vennootschap met beperkte aansprakelijkheid van publiek recht|SCRL DPU|Société coopérative à responsabilité limitée de droit public|ÖfrGmbH|Öffentlich-rechtliche Genossenschaft mit beschränkter Haftung
        BE;XLEO;;GCW SO|Gewone commanditaire vennootschap met een sociaal oogmerk|SCS FS|Société en commandite simple à finalité sociale|EKGmsZ|Einfache Kommanditgesellschaft mit sozialer Zielsetzung
        BE;XQZX;;BV NV|Burgerlijke vennootschap onder vorm van naamloze vennootschap|SC SA|Société civile sous forme de société anonyme|ZRG AG|Zivilrechtliche Gesellschaft in der Rechtsform einer Aktiengesellschaft
        BE;YBHM;;SCE|Europese Coöperatieve Vennootschap|Société coopérative européenne|OFP|Europäische Genossenschaft
        BE;ZOK2;;LV|Landbouwvennootschap|S. Agr.|Société agricole|LG|Landwirtschaftliche Gesellschaft
        BE;ZSFX;;NV SO|Naamloze vennootschap met een sociaal oogmerk|SA FS|Société anonyme à finalité sociale|AGmsZ|Aktiengesellschaft mit sozialer Zielsetzung
        BE;6DGX;;Association prestataire de services (Région flamande)|Dienstverlenende vereniging (Vlaams Gewest)|Dienstleistungsvereinigung (Flämische Region)
        BE;MGCM;;Association chargée de mission (Région flamande)|Opdrachthoudende vereniging (Vlaams Gewest)|Beauftragte Vereinigung (Flämische Region)
        DE;13AV;mutual;VVaG|V.V.a.G.|Versicherungsverein a.G.|a.G.|Versicherungsverein auf Gegenseitigkeit
        DE;2HBR;private-limited;GmbH|G.m.b.H.|GesmbH|Ges. m. b. H.|mbH|Gesellschaft mit beschränkter Haftung|Gesellschaft mbH
        DE;2YZO;professional-partnership;PartG mbB|PartGmbB|PartmbB|mbB|Partnerschaftsgesellschaft mbB|Partnerschaftsgesellschaft mit beschränkter Berufshaftung
        DE;40DB;general-partnership;OHG|oHG|O.H.G.|offene Handelsgesellschaft|OHG mbH|GmbH & Co. OHG|GmbH & Co. oHG|AG & Co. OHG|Offene Handelsgesellschaft
        DE;63KS;private-limited;UG (haftungsbeschränkt)|UG|UG haftungsbeschränkt|UG (haftungsbeschraenkt)|UG (hb)|GmbH UG|Unternehmergesellschaft (haftungsbeschränkt)|Unternehmergesellschaft
        DE;6QQB;public-limited;AG|A.G.|Aktiengesellschaft
        DE;8CM0;professional-partnership;PartG|Partnerschaft|Partnerschaftsgesellschaft|und Partner|& Partner
        DE;8Z6G;limited-partnership;KG|K.G.|GmbH & Co. KG|GmbH & Co KG|GmbH u. Co. KG|GmbH und Co. KG|GmbH + Co. KG|GmbH&Co.KG|AG & Co. KG|UG (haftungsbeschränkt) & Co. KG|UG & Co. KG|SE & Co. KG|KGaA & Co. KG|Stiftung & Co. KG|Ltd. & Co. KG|& Co. KG|Co. KG|Kommanditgesellschaft|GmbH & Co. Kommanditgesellschaft|GmbH und Co KG|GmbH & Cie. KG|GmbH & Cie KG|GmbH & Co. Kommanditgesellschaft (a KG whose general partner is a GmbH)
        DE;AMKW;public-limited;REIT-AG|REIT|REIT-Aktiengesellschaft
        DE;AZFE;cooperative;eG|e.G.|e. G.|eingetragene Genossenschaft|Eingetragene Genossenschaft
        DE;FEBD;foundation;Stiftung des öffentlichen Rechts|Stiftung öffentlichen Rechts|SdöR
        DE;FR3V;civil-partnership;GbR|eGbR|G.b.R.|BGB-Gesellschaft|GdbR|Gesellschaft bürgerlichen Rechts|eingetragene Gesellschaft bürgerlichen Rechts
        DE;JMVF;public-limited;InvAG|Investmentaktiengesellschaft
        DE;JNDX;eeig;EWIV|Europäische wirtschaftliche Interessenvereinigung
        DE;OL20;sole-trader;e.K.|e. K.|eK|e.Kfm.|e. Kfm.|e.Kfr.|e. Kfr.|e.Kffr.|e. Kffr.|Inh.|Einzelunternehmen|eingetragener Kaufmann|eingetragene Kauffrau|e. Kffr|Einzelunternehmen, eingetragener Kaufmann, eingetragene Kauffrau
        DE;QZ3L;association;e.V.|e. V.|eV|eingetragener Verein
        DE;SCE1;private-limited;gGmbH|g.GmbH|gemeinnützige GmbH|Gemeinnützige Gesellschaft mit beschränkter Haftung
        DE;SGST;se;SE|S.E.|Societas Europaea|Europäische Gesellschaft|Europäische Aktiengesellschaft
        DE;SQKS;public-body;KdöR|K.d.ö.R.|Körperschaft des öffentlichen Rechts
        DE;SUA1;sce;SCE|Europäische Genossenschaft
        DE;T0YJ;partnership-limited-by-shares;KGaA|GmbH & Co. KGaA|AG & Co. KGaA|SE & Co. KGaA|Stiftung & Co. KGaA|Kommanditgesellschaft auf Aktien
        DE;V2YH;foundation;Stiftung|rechtsfähige Stiftung|eS|Stiftung des bürgerlichen Rechts|Stiftung des privaten Rechts
        DE;XLWA;public-body;AöR|A.ö.R.|Anstalt des öffentlichen Rechts|AdöR
        DE;YA01;public-limited;gAG|gemeinnützige AG|Gemeinnützige Aktiengesellschaft
        DE;79H0;;Nicht eingetragener Verein
        DE;7J3S;;Wirtschaftlicher Verein
        DE;9JGX;;Landesinnungsverband
        DE;D40E;;Verein alten Rechts
        DE;US8E;;Genossenschaft
        DE;YJ4C;;Kirchliche Stiftung des öffentlichen Rechts
        FR;1L24;civil;SC|Société civile|S.C.|Autre société civile
        FR;2XIK;mutual;Mutuelle
        FR;3FCU;simplified-shares;SELAS|SELASU|S.E.L.A.S.|Société d'exercice libéral par action simplifiée
        FR;59F9;civil;GFA|Groupement foncier agricole
        FR;5VCF;public-limited;SA|S.A.|SA à directoire|SA à directoire (s.a.i.)
        FR;6CHY;simplified-shares;SAS|S.A.S.|SASU|S.A.S.U.|Société par actions simplifiée|Société par actions simplifiée unipersonnelle|société par actions simplifiée
        FR;6KWU;partnership-limited-by-shares;SELCA|Société d'exercice libéral en commandite par actions
        FR;6RUE;eeig;GEIE|G.E.I.E.|Groupement européen d'intérêt économique (GEIE)
        FR;8VWR;public-limited;SEM|SAEM|SEML|SA d'économie mixte à conseil d'administration
        FR;9T5S;foundation;Fondation|Fond.
        FR;BAK2;civil;EARL|E.A.R.L.|Exploitation agricole à responsabilité limitée
        FR;BEWI;association;Association|Association loi 1901|Assoc.|Association déclarée
        FR;DEG4;partnership-limited-by-shares;SCA|S.C.A.|Société en commandite par actions
        FR;FFQL;public-body;Commune|Ville|Mairie|Commune et commune nouvelle
        FR;FY0F;civil;SCI|S.C.I.|Société civile immobilière
        FR;GJJJ;private-limited;SELARLU|SELURL|SELARL unipersonnelle|Société d'exercice libéral à responsabilité limitée à associé unique
        FR;H1U2;general-partnership;SNC|S.N.C.|Société en nom collectif
        FR;J9OZ;private-limited;SELARL|S.E.L.A.R.L.|Société d'exercice libéral à responsabilité limitée
        FR;K65D;public-limited;SA|S.A.|SA à conseil d'administration|SA à conseil d'administration (s.a.i.)
        FR;M1BJ;civil;SCM|S.C.M.|Société civile de moyens
        FR;M673;civil;SCEA|Société civile d'exploitation agricole
        FR;QCWO;civil;GAEC|Groupement agricole d'exploitation en commun (GAEC)
        FR;QV2O;public-limited;SELAFA|Société d'exercice libéral à forme anonyme à directoire
        FR;QVPB;public-limited;SA|S.A.|Société anonyme
        FR;R0B6;eig;GIE|G.I.E.|Groupement d'intérêt économique|Groupement d'intérêt économique (GIE)
        FR;SOXQ;limited-partnership;SLP|Société de libre partenariat|Société en libre partenariat
        FR;T25Y;civil;SCP|S.C.P.|SCP d'avocats
        FR;TPNT;se;SE|Société européenne
        FR;V1Z5;cooperative;SCOP|SCOP SARL|SCOP à responsabilité limitée|SARL coopérative de production (SCOP)
        FR;V9QP;private-limited;SARL|S.A.R.L.|S.à r.l.|Sàrl|EURL|E.U.R.L.|SARL unipersonnelle|Société à responsabilité limitée|Société à responsabilité limitée (sans autre indication)
        FR;VD7Z;limited-partnership;SCS|S.C.S.|Société en commandite simple
        FR;XPX6;cooperative;SCOP|SCOP SA|SA coopérative de production (SCOP) à conseil d'administration
        FR;YX4E;fund;SCPI|Société civile de placement collectif immobilier (SCPI)
        FR;Z2FQ;public-body;GIP|Groupement d'intérêt public (GIP)
        FR;ZXHJ;public-limited;SELAFA|Société d'exercice libéral à forme anonyme à conseil d'administration
        FR;ZY9X;sole-trader;EI|E.I.|EIRL|Entrepreneur individuel|Entreprise individuelle|Auto-entrepreneur|Micro-entrepreneur
        FR;157O;;Régie d'une collectivité locale à caractère administratif
        FR;1B88;;SCP de médecins
        FR;1GNM;;Syndicat de salariés
        FR;1NF1;;SA nationale à conseil d'administration
        FR;1Q16;;Société créée de fait entre personnes physiques
        FR;1Y0C;;SARL d'attribution
        FR;211B;;Société coopérative agricole
        FR;29FA;;Institution interrégionale ou entente
        FR;2N4L;;(Autre) Collectivité territoriale
        FR;2NL6;;État, collectivité ou établissement public étranger
        FR;2ONM;;SA d'attribution à directoire
        FR;2WMP;;Autre personne morale de droit administratif
        FR;34QS;;Autre personne morale de droit privé
        FR;3AZY;;Coopérative d'utilisation de matériel agricole en commun (CUMA)
        FR;3NJL;;Autre personne de droit privé inscrite au registre du commerce et des sociétés
        FR;3OK3;;SCP de notaires
        FR;3S6E;;Service départemental d'incendie et de secours (SDIS)
        FR;3XTE;;SARL coopérative de consommation
        FR;487E;;Établissement public local d'enseignement
        FR;491H;;Association non déclarée
        FR;4DZU;;Autre SARL coopérative
        FR;4H0F;;Autre établissement public local de coopération non spécialisé ou entente
        FR;4JS0;;Association syndicale autorisée
        FR;4RT7;;SA de HLM à conseil d'administration
        FR;4TNX;;Profession libérale
        FR;4VD7;;Pôle d'équilibre territorial et rural (PETR)
        FR;5AJO;;Caisse d'Épargne et de Prévoyance
        FR;5H68;;Commerçant
        FR;5K0Q;;Établissement public local social et médico-social
        FR;61WE;;Institution de retraite supplémentaire
        FR;66JQ;;Syndicat de copropriété
        FR;6CJJ;;SCP de géomètres experts
        FR;6IIE;;SA coopérative (d'intérêt) maritime à conseil d'administration
        FR;6SYJ;;SA de HLM à directoire
        FR;6YHU;;SA d'intérêt collectif agricole (SICA) à conseil d'administration
        FR;74HH;;SCP de vétérinaires
        FR;7O94;;Groupement forestier
        FR;7SZH;;Autre groupement de droit privé non doté de la personnalité morale
        FR;7UHA;;Collectivité et territoire d'Outre Mer
        FR;82QO;;Service déconcentré de l'État à compétence (inter) départementale
        FR;87VO;;Safer anonyme à directoire
        FR;8FZW;;SCP de conseils juridiques
        FR;8G07;;(Autre) Personne physique
        FR;8GTU;;(Autre) Service déconcentré de l'État à compétence territoriale
        FR;8II5;;Autre SA coopérative à conseil d'administration
        FR;8IWA;;Commune associée et commune déléguée
        FR;8LX5;;Autre régime de prévoyance sociale
        FR;8OKM;;Service déconcentré à compétence nationale d'un ministère (hors Défense)
        FR;8R2G;;Société civile immobilière de construction-vente
        FR;8TYA;;Autre SA coopérative à directoire
        FR;8VDW;;Société d'assurance à forme mutuelle
        FR;8WH8;;Autre personne morale de droit étranger
        FR;94WO;;District urbain
        FR;97PZ;;SARL coopérative d'intérêt maritime
        FR;9HC8;;Société en participation entre personnes physiques
        FR;9KU7;;Union de sociétés coopératives agricoles
        FR;9N1F;;SA d'intérêt collectif agricole (SICA)
        FR;9O0S;;Association fonciére urbaine
        FR;A0VZ;;SCP d'architectes
        FR;AHBR;;SA à participation ouvrière à directoire
        FR;AMFI;;Autorité constitutionnelle
        FR;B645;;SA d'attribution à conseil d'administration
        FR;B7I7;;SA coopérative artisanale à conseil d'administration
        FR;BAUQ;;SA de crédit immobilier à conseil d'administration
        FR;BDDP;;SCP d'infirmiers
        FR;BRGA;;SA immobilière d'investissement à conseil d'administration
        FR;BYZF;;Paroisse hors zone concordataire
        FR;C42J;;SARL immobilière de gestion
        FR;C4D7;;Ensemble urbain
        FR;CAX5;;Régime général de la Sécurité Sociale
        FR;CBO2;;Service du ministère de la Défense
        FR;CF56;;Mutualité sociale agricole
        FR;CNSS;;Société en participation de professions libérales
        FR;CNXL;;Artisan-commerçant
        FR;CQJI;;Région
        FR;CVH6;;SARL d'aménagement foncier et d'équipement rural (SAFER)
        FR;D2I2;;Syndicat intercommunal à vocation multiple (SIVOM)
        FR;DRQM;;SA coopérative de construction à conseil d'administration
        FR;DTAX;;Autre organisme mutualiste
        FR;DWYD;;Association déclarée d'insertion par l'économique
        FR;DXQH;;Société civile foncière
        FR;E0YF;;SA coopérative d'intérêt maritime à directoire
        FR;E6YB;;Caisse (fédérale) de crédit mutuel
        FR;EABD;;Société civile coopérative entre médecins
        FR;EAC8;;Société coopérative de production de HLM anonyme à directoire
        FR;ECUL;;Secteur de commune
        FR;EVYY;;Caisse de crédit maritime mutuel
        FR;EYRI;;Centre technique industriel ou comité professionnel du développement économique
        FR;F0B6;;Société en commandite simple coopérative
        FR;F6SZ;;SA coopérative de production (SCOP) à directoire
        FR;F8UD;;SCP d'avoués d'appel
        FR;FEEA;;Établissement public national ayant fonction d'administration centrale
        FR;FKG2;;Organisation internationale
        FR;FOUY;;SCP de commissaires aux comptes
        FR;FYBN;;SARL mixte d'intérêt agricole (SMIA)
        FR;G7Z2;;SARL coopérative de construction
        FR;G8LP;;Sociétés Interprofessionnelles de Soins Ambulatoires
        FR;G98S;;Ordre professionnel ou assimilé
        FR;GFN6;;SA coopérative de commerçants-détaillants à conseil d'administration
        FR;GLN8;;Centre Intercommunal d'action sociale (CIAS)
        FR;GQV4;;SA immobilière pour le commerce et l'industrie (SICOMI) à directoire
        FR;GXL6;;Autre établissement public national d'enseignement
        FR;GZCQ;;SCP de greffiers de tribunal de commerce
        FR;H3Z4;;SA coopérative de transport à directoire
        FR;H3ZD;;SARL d'intérêt collectif agricole (SICA)
        FR;H4VR;;Société civile coopérative de consommation
        FR;HA3N;;Caisse de crédit municipal
        FR;HATI;;Association intermédiaire
        FR;HC8N;;SARL union de sociétés coopératives
        FR;HF2L;;Association de droit local (Bas-Rhin, Haut-Rhin et Moselle)
        FR;HMEI;;Autre société civile coopérative
        FR;HSYZ;;Autre société civile professionnelle
        FR;I0MH;;Société civile coopérative de construction
        FR;I8TE;;SA mixte d'intérêt agricole (SMIA)
        FR;IAP3;;Syndicat intercommunal à vocation unique (SIVU)
        FR;IC8G;;SCP d'avocats aux conseils
        FR;IC98;;SCP de commissaires-priseurs
        FR;IF7H;;SA coopérative de consommation à conseil d'administration
        FR;IGSV;;Société civile laitière
        FR;IQR2;;Société civile d'intérêt collectif agricole (SICA)
        FR;JBIQ;;Institution de prévoyance
        FR;JIYK;;Syndicat inter hospitalier
        FR;JM1W;;SCP de dentistes
        FR;JMO0;;Commission syndicale pour la gestion des biens indivis des communes
        FR;JN2P;;SARL unipersonnelle
        FR;JR7T;;SARL nationale
        FR;JU82;;Ministére
        FR;K39X;;SA union de sociétés coopératives à conseil d'administration
        FR;K5KA;;Régie d'une collectivité locale à caractère industriel ou commercial
        FR;K69X;;SA de crédit immobilier à directoire
        FR;K7XQ;;Établissement public national à caractére scientifique culturel et professionnel
        FR;K99N;;Comité social économique d’établissement
        FR;KBEQ;;Société civile immobilière d' accession progressive à la propriété
        FR;KCN5;;Etablissement public administratif, cercle et foyer dans les armées
        FR;KFR1;;Artisan
        FR;KMPN;;Établissement public national à caractére administratif
        FR;KQH7;;Société civile d'attribution
        FR;KS9B;;Syndicat patronal
        FR;KWI4;;SCP de masseurs-kinésithérapeutes
        FR;L25Z;;Société anonyme mixte d'intérêt agricole (SMIA) à conseil d'administration
        FR;L6QO;;Régime spécial de Sécurité Sociale
        FR;LGME;;SA à participation ouvrière à conseil d'administration
        FR;LU8S;;Associé gérant de Société
        FR;LUIN;;SARL immobilière pour le commerce et l'industrie (SICOMI)
        FR;MG2O;;Institution interdépartementale ou entente
        FR;MMA4;;SA union de sociétés coopératives à directoire
        FR;MOUL;;Assurance mutuelle agricole
        FR;MQPZ;;Caisse d'épargne et de prévoyance à forme coopérative
        FR;MQU9;;Organisme de placement collectif en valeurs mobilières sans personnalité morale
        FR;MX8J;;SA coopérative de commerçants-détaillants à directoire
        FR;NFCV;;Association coopérative inscrite (droit local Alsace Moselle)
        FR;NM07;;SA immobilière d'investissement à directoire
        FR;NOI8;;Communauté d'agglomération
        FR;NQCT;;(Autre) Établissement public administratif local
        FR;NUMY;;SA coopérative artisanale à directoire
        FR;OAGA;;Régime vieillesse ne dépendant pas du régime général de la Sécurité Sociale
        FR;OIQA;;Autre organisme professionnel
        FR;OLJ1;;Syndicat mixte fermé
        FR;OSLZ;;Société coopérative de banque populaire
        FR;OWUN;;Communauté de communes
        FR;P3J5;;Centre communal d'action sociale
        FR;P714;;Association fonciére de remembrement
        FR;PESN;;Indivision avec personne morale
        FR;PL6V;;Établissement public local culturel
        FR;PWKL;;Congrégation
        FR;PZLG;;Métropole
        FR;Q2A1;;Société commerciale étrangère immatriculée au RCS
        FR;Q634;;Indivision entre personnes physiques
        FR;Q8E2;;Société en nom collectif coopérative
        FR;QU3G;;SA coopérative de production de HLM à conseil d'administration
        FR;QUB4;;Organisme consulaire
        FR;R1JO;;Communauté urbaine
        FR;R59A;;Société en commandite par actions coopérative
        FR;R6WQ;;Groupement de coopération sanitaire à gestion publique
        FR;RD0Z;;Fiducie
        FR;RFWH;;Groupement foncier et rural
        FR;RNSB;;Société étrangère non immatriculée au RCS
        FR;RT39;;Société créée de fait avec personne morale
        FR;RT6Y;;Agent commercial
        FR;RWMC;;Communauté de villes
        FR;S0X8;;Caisse de crédit agricole mutuel
        FR;SSHN;;Régime d'assurance chômage
        FR;SWPX;;SA coopérative de transport à conseil d'administration
        FR;SZ63;;Service déconcentré de l'État à compétence (inter) régionale
        FR;TGRE;;Caisse des écoles
        FR;TNPO;;Exploitant agricole
        FR;TOL2;;SA nationale à directoire
        FR;TUE5;;Office public d'habitation à loyer modéré (OPHLM)
        FR;UFM7;;SA coopérative de construction à directoire
        FR;UHKH;;Société de caution mutuelle
        FR;UQRY;;Ecole nationale non dotée de la personnalité morale
        FR;UUT8;;SCP de directeurs de laboratoire d'analyse médicale
        FR;UV02;;Service central d'un ministère
        FR;UZY3;;Établissement d'hospitalisation
        FR;V5SV;;Société civile coopérative d'intérêt maritime
        FR;V6G1;;Régime maladie des non-salariés non agricoles
        FR;VBC7;;Institution Banque de France
        FR;VBQP;;Fonds à forme sociétale à directoire
        FR;VJV5;;SARL d'économie mixte
        FR;VO18;;Établissement public local à caractére industriel ou commercial
        FR;VTFS;;SARL coopérative artisanale
        FR;W3LD;;Groupement agricole foncier
        FR;W4G1;;SARL coopérative de transport
        FR;WGCY;;Groupement d'employeurs
        FR;WXNU;;SCP d'huissiers
        FR;X78I;;Fonds à forme sociétale à conseil d'administration
        FR;XH8C;;Association déclarée, reconnue d'utilité publique
        FR;XK4T;;Comité social économique d’entreprise
        FR;XQBA;;Société en participation avec personne morale
        FR;Y1W1;;Section de commune
        FR;Y4VA;;Département
        FR;Y7G8;;Caisse locale de crédit mutuel
        FR;Y8WC;;Groupement de coopération sanitaire à gestion privée
        FR;YADL;;Autorité administrative ou publique indépendante
        FR;YHI5;;Pôle métropolitain
        FR;YJM5;;Officier public ou ministériel
        FR;YUCL;;Institution de retraite complémentaire
        FR;Z5WG;;Groupement pastoral
        FR;Z9K8;;Association d'avocats à responsabilité professionnelle individuelle
        FR;ZECH;;Syndicat mixte ouvert
        FR;ZM5P;;SA d'économie mixte à directoire
        FR;ZPEZ;;Association syndicale libre
        FR;ZQ9B;;Exploitant public
        FR;ZQIT;;SA coopérative de consommation à directoire
        FR;ZZ0X;;Établissement public des cultes d'Alsace-Lorraine
        LU;2IGL;sole-trader;EI|Entreprise individuelle
        LU;2JEI;association;ASBL|A.S.B.L.|a.s.b.l.|asbl|Association sans but lucratif
        LU;5GGB;public-limited;SA|S.A.|Société anonyme
        LU;63P9;limited-partnership;SCS|S.C.S.|SECS|Société en commandite simple
        LU;81G5;partnership-limited-by-shares;SCA|S.C.A.|SECA|Société en commandite par actions
        LU;AIR5;fund;FCP|Fonds commun de placement|Fond commun de placement
        LU;ATQY;general-partnership;SNC|S.N.C.|SENC|Société en nom collectif
        LU;BEAN;fund;SICAF|Société d'investissement à capital fixe
        LU;DVXS;private-limited;S.à r.l.|S.à.r.l.|Sàrl|SARL|S.A.R.L.|S.àr.l.|s.à r.l.|Sarl|Société à responsabilité limitée
        LU;EUT4;private-limited;S.à r.l.-S|S.à r.l.-s|SARL-S|Sàrl-S|Société à responsabilité limitée simplifiée
        LU;HHR4;simplified-shares;SAS|S.A.S.|Société par actions simplifiée
        LU;LCR0;eig;GIE|G.I.E.|Groupement d'intérêt économique
        LU;SQ1A;civil;SCI|S.C.I.|Société civile|SC
        LU;U8KA;limited-partnership;SCSp|S.C.Sp.|SECSP|SECSp|Société en commandite spéciale
        LU;UDY2;fund;SICAV|Société d'investissement à capital variable
        LU;V5OS;cooperative;SC|Soc. coop.|Société coopérative
        LU;WCEP;se;SE|Société Européenne
        LU;2S2U;;ASSEP|Association d'épargne pension
        LU;5DWL;;AM|Association momentanée
        LU;68J6;;AA|Association agricole
        LU;7SIZ;;Mutuelle
        LU;9C91;;SEPCAV|Société d’épargne-pension à capital variable
        LU;BKAB;;AAM|Association d'assurances mutuelles
        LU;FG84;;SCE|Societas Cooperativa Europaea
        LU;JIWD;;OTH
        LU;STBC;;Société coopérative organisée sous forme de société anonyme
        LU;V19Y;;FON|Fondation
        LU;V7QY;;GEIE|Groupement européen d’intérêt économique
        LU;ZFFA;;EP|Etablissement public
        GB;17R0;cic;CIC|C.I.C.|Community Interest Company|CBC
        GB;468Q;se;UK Societas|UKS|SE|United Kingdom Societas
        GB;4GJI;guarantee;Ltd|Limited|Ltd.|Private Limited by Guarantee
        GB;57V7;unlimited;Unlimited|Unltd|Private Unlimited
        GB;7T8N;charity;CIO|C.I.O.|Charitable Incorporated Organisation
        GB;9B78;royal-charter;Royal Charter|Royal Charter Company
        GB;B6ES;public-limited;PLC|plc|P.L.C.|p.l.c.|Plc|Public Limited Company|P.L.C|p.l.c|CCC|ccc|C.C.C.|Cwmni Cyfyngedig Cyhoeddus
        GB;G12F;guarantee;Ltd|Limited|Ltd by guarantee|Limited by Guarantee
        GB;H0PO;private-limited;Ltd|Ltd.|LTD|Limited|L.T.D.|Co. Ltd|Co Ltd|Company Limited|Private Limited Company|Cyf|Cyf.|cyf|Cyfyngedig|cyf.|cyfyngedig
        GB;ID30;limited-partnership;LP|L.P.|Limited Partnership|limited partnership
        GB;Z0EY;llp;LLP|L.L.P.|llp|Limited Liability Partnership|limited liability partnership|PAC|Partneriaeth Atebolrwydd Cyfyngedig
        GB;STX7;charity;SCIO|S.C.I.O.|Scottish Charitable Incorporated Organisation
        GB;;sole-trader;Sole trader|t/a|T/A|trading as
        GB;;general-partnership;& Partners|& Sons|Partnership|General partnership
        GB;1W62;;Oversea Company
        GB;55MA;;CCC|C.C.C.|Cwmni Cyfyngedig Cyhoeddus
        GB;60IF;;Private Unlimited/No Share Capital
        GB;8CF0;;Assurance Company
        GB;A2X8;;Unregistered Company
        GB;AVYY;;Government Entity
        GB;BX6Y;;Friendly Society
        GB;C605;;Private Limited by Shares (Section 30 Exemption)
        GB;CDOT;;BR|UK Establishment
        GB;E12O;;Building Society
        GB;FVGZ;;Industrial and Provident Society
        GB;HHYT;;SE|S.E.|European Public Limited-Liability Company (Societas Europaea)
        GB;HX6D;;Private Limited
        GB;IYXU;;BenCom|Community Benefit Society
        GB;NAUO;;Other Company Type
        GB;Q0M5;;Unregistered Company
        GB;T61R;;cyf|cyf.|cyfyngedig
        GB;TT2H;;Protected Cell Company
        GB;U6R9;;EEIG|European Economic Interest Grouping
        GB;VV0W;;Investment Company with Variable Capital
        GB;VYF8;;UKEIG|United Kingdom Economic Interest Grouping
        GB;WBQU;;Credit Union
        GB;WJ0A;;PAC|Partneriaeth Atebolrwydd Cyfyngedig
        GB;XLZV;;Registered Society
        GB;ZQ6S;;Ltd|Ltd.|Limited|Old Public Company
        GB;ZZGG;;Co-op|Co-operative Society
        GB;4A3J;;Northern Ireland Company
        GB;5FRT;;Other Type of Company (in Northern Ireland)
        GB;7VVZ;;Co-op|Co-operative Society (Northern Ireland)
        GB;JTCO;;Credit Union (Northern Ireland)
        GB;UTY8;;BenCom|Community Benefit Society (Northern Ireland)
        GB;NBTW;;Scottish Partnership
        IE;2GV9;fund;ICAV|Irish Collective Asset-management Vehicle
        IE;C58S;guarantee;CLG|C.L.G.|Company Limited by Guarantee|CTR|ctr|Cuideachta faoi Theorainn Ráthaíochta
        IE;HNJK;limited-partnership;LP|L.P.|Limited Partnership
        IE;JXDX;se;SE|Societas Europaea
        IE;KMFX;unlimited;ULC|UC|Unlimited Company|ULC / uc|Private Unlimited Company
        IE;LGWG;private-limited;DAC|D.A.C.|d.a.c.|Designated Activity Company|DAC – (limited by shares)|CGA|cga|Cuideachta Ghníomhaíochta Ainmnithe
        IE;MNQ7;private-limited;Ltd|Ltd.|Limited|LTD|Private Company Limited by Shares|Teo|Teoranta|teo
        IE;VYAX;public-limited;PLC|plc|P.L.C.|p.l.c.|Public Limited Company|CPT|cpt|Cuideachta Phoiblí Theoranta
        IE;;sole-trader;t/a|trading as|Sole trader / business name
        IE;363J;;EEIG|European Economic Interest Grouping|GELE|Grupail Eorpach um Leas Eacnamaioch
        IE;54SK;;Friendly Society
        IE;5AX8;;DAC – (limited by guarantee)|Designated Activity Company Limited by Guarantee|cga|Cuideachta Ghníomhaíochta Ainmnithe
        IE;9BPE;;Credit Union
        IE;DWS3;;General Partnership
        IE;FF1D;;PULC / uc|Public Unlimited Company that has no share capital|cn|Cuideachta Neamhtheoranta
        IE;KMFX;;cn|Cuideachta Neamhtheoranta
        IE;LMIM;;Ltd|Ltd.|Limited|Limited company|teo|Teoranta
        IE;LZIC;;ilp|Investment Limited Partnership|cti|comhpháirtíocht theoranta infheistíochta
        IE;URQH;;PUC / uc|Public Unlimited Company|cn|Cuideachta Neamhtheoranta
        IE;ZJS8;;I&PS|Industrial and Provident Society
        ES;1G29;private-limited;S.L.L.|SLL|S.R.L.L.|Sociedad Limitada Laboral (o Sociedad de Responsabilidad Limitada laboral)
        ES;1QU8;cooperative;S.Coop.|S. Coop.|Soc. Coop.|Sdad. Coop.|Cooperativa|S.Coop|Sociedad Cooperativa
        ES;1SL4;sole-trader;Empresario individual|Autónomo|Autónoma|Empresario Individual
        ES;4SJR;cooperative;S.A.T.|SAT|Sociedad Agraría de Trasformación
        ES;5RDO;public-limited;S.A.|SA|S.A.U.|SAU|S. A.|Sociedad Anónima|Sociedad Anónima Unipersonal|Sociedad Anonima
        ES;956I;private-limited;S.L.N.E.|SLNE|Sociedad Limitada de nueva empresa
        ES;9FPZ;se;SE|S.E.|Sociedad Anonima Europea
        ES;AJ9U;public-limited;S.A.P.|SAP|Sociedad Anonima Profesional
        ES;DP3Q;private-limited;S.L.|SL|S.R.L.|SRL|S. L.|Sociedad Limitada|Sociedad de Responsabilidad Limitada
        ES;GJL1;partnership-limited-by-shares;S.Com.p.A.|S. Com. por A.|S.Com. p. A.|Sociedad Comanditaria por Acciones
        ES;I2WU;eig;A.I.E.|AIE|Agrupacion de Interes Economico
        ES;JB2M;private-limited;S.L.P.|SLP|S.R.L.P.|Sociedad Limitada Profesional
        ES;R2L8;public-limited;S.A.L.|SAL|Sociedad Anonima Laboral
        ES;R6UT;private-limited;S.L.U.|SLU|S.L. Unipersonal|Sociedad Limitada Unipersonal
        ES;S6X7;general-partnership;S.C.|SC|S.R.C.|Sociedad Colectiva
        ES;TDD5;limited-partnership;S.Com.|S. Com.|S. en C.|Sociedad Comanditaria|Sociedad Comanditaria Simple
        ES;;civil-partnership;C.B.|CB|Comunidad de Bienes
        ES;;joint-venture;UTE|U.T.E.|Unión Temporal de Empresas
        ES;1ZHJ;;S.C.P.|S.R.C.P.|Sociedad Colectiva Profesional (o Sociedad regular colectiva profesional)
        ES;4S57;;Caja de Ahorros
        ES;7U8O;;S.I.I.|Sociedades de Inversion Inmobiliaria
        ES;8EHB;;SICAV|Sociedad de Inversión de Capital Variable
        ES;A0J6;;Asociación
        ES;A97B;;M.P.S.|Mutualidad de Prevision Social
        ES;ARDP;;Sociedad Civil Profesional
        ES;AXS5;;SCR|Sociedad de Capital-Riesgo
        ES;B0V5;;S.Coop.P.|Sociedad Cooperativa Profesional
        ES;BI3B;;A.E.I.E.|Agrupacion Europea de Interes Economico
        ES;CUIH;;Mutua
        ES;DDES;;SCR-Pyme|Sociedad de Capital-Riesgo-Pyme
        ES;FCJF;;F.I.A.M.M.|Fondo de Inversion en activos del Mercado Monetario
        ES;FH4R;;F.P.|Fondo de Pensiones
        ES;GJTL;;S.Com:p.A.P.|Sociedad Comanditaria por Acciones Profesional
        ES;HRQA;;S. Coop. E.|SCE|Sociedad Cooperativa Europea
        ES;IAS6;;S.G.R.|Sociedad de Garantia Reciproca
        ES;IT6N;;E.R.L.|Emprendedor de Responsabilidad Limitada
        ES;JTV5;;FCR|Fondo de Capital-Riesgo
        ES;K0RI;;IIC|Institucion de Inversion Colectiva
        ES;K6L9;;Sociedad Civil Profesional
        ES;MDOL;;Fundación
        ES;QMUM;;F.I.I.|Fondos de Inversion Inmobiliaria
        ES;S0Z5;;F.I.|Fondo de Inversion
        ES;S6MS;;Congregación
        ES;SS0L;;Cooperativa de Credito
        ES;TLCJ;;junta de compensación
        ES;TUHS;;Corporación de Derecho Público
        ES;UJ35;;F.I.M.|Fondo de Inversion Mobiliaria
        ES;VFIU;;S. en C.P.|S.Com.P.|Sociedad Comanditaria Simple Profesional
        ES;XYGP;;FCR-Pyme|Fondo de Capital-Riesgo-Pyme
        IT;1TON;association;Associazione|Ass.
        IT;2XXH;civil-partnership;S.s.|SS|S.S.|Società semplice|Società Semplice
        IT;75WC;foundation;Fondazione
        IT;8GU1;private-limited;S.r.l.s.|SRLS|Srls|S.R.L. semplificata|S.r.l. semplificata|S.R.L.S.|Società A Responsabilità Limitata Semplificata
        IT;B5TO;private-limited;S.r.l. unipersonale|S.r.l.u.|Srlu|S.r.l. a socio unico|S.r.l. con socio unico|Società a Responsabilità Limitata con Unico Socio
        IT;BL52;consortium;S.c.a r.l.|S.C.A.R.L.|SCARL|S.c.r.l.|Scarl|S.C.R.L.|Società Consortile A Responsabilità Limitata
        IT;CGSO;limited-partnership;S.a.s.|SAS|S.A.S.|sas|Società in Accomandita Semplice
        IT;CTNS;cooperative;Soc. Coop. a r.l.|S.C.R.L.|S.c.r.l.|s.c. a r.l.|Società Cooperativa a Responsabilità Limitata
        IT;DLS4;partnership-limited-by-shares;S.a.p.a.|SAPA|S.A.P.A.|Società in Accomandita per Azioni
        IT;LHBB;sole-trader;Ditta individuale|Impresa individuale|D.I.|Impresa Individuale
        IT;LZZD;consortium;S.c.p.A.|SCPA|S.C.P.A.|Società Consortile Per Azioni
        IT;OV32;private-limited;S.r.l.|SRL|S.R.L.|Srl|s.r.l.|Società a responsabilità limitata|Società A Responsabilità Limitata
        IT;P418;public-limited;S.p.A.|SpA|SPA|S.P.A.|s.p.a.|Società per azioni|Società Per Azioni
        IT;PHMS;cooperative;Cooperativa sociale|Soc. Coop. Soc.|coop. soc.|Cooperativa Sociale
        IT;QRZJ;cooperative;Soc. Coop.|Società Cooperativa|S.C.|s.c.|Soc.Coop.|soc. coop.
        IT;T2X1;general-partnership;S.n.c.|SNC|S.N.C.|snc|Società In Nome Collettivo
        IT;VUPE;se;SE|Società Europea
        IT;X32V;public-limited;S.p.A. con socio unico|S.p.A. unipersonale|S.p.A. a socio unico|SpA unipersonale|Società per Azioni con Socio Unico
        IT;ZZOG;professional-partnership;STP|S.T.P.|Società tra professionisti|Società Tra Professionisti
        IT;135L;;Società Costituita In Base A Leggi Di Altro Stato
        IT;1RI9;;Ente Ecclesiastico Civilmente Riconosciuto
        IT;2HC6;;pubblica amministrazione
        IT;2J7Z;;Consorzio con attività Esterna
        IT;2SZI;;Ente Sociale
        IT;5ODO;;Ente Diritto Pubblico
        IT;634M;;GEIE|Gruppo Europeo Di Interesse Economico
        IT;70X0;;Fondazione Impresa
        IT;8AXV;;Società Consortile Cooperativa a Responsabilità Limitata
        IT;9KGS;;SCE|Società Cooperativa Europea
        IT;ADAZ;;Istituto Religioso
        IT;ARJF;;Ente Morale
        IT;C1IC;;gruppo consortile|societa' cooperativa|società cooperativa|Società Cooperativa Consortile
        IT;DCRK;;Consorzio Fidi
        IT;DSSD;;Azienda Autonoma Statale
        IT;H7D4;;Soggetto Estero
        IT;HN75;;societa' cooperativa|società cooperativa|Consorzio
        IT;IMHA;;Ente Ecclesiastico
        IT;K021;;Contratto Di Rete Dotato Di Soggettivita' Giuridica
        IT;K26L;;Ente
        IT;KCHO;;Azienda Speciale Di Cui Al Dlgs 267/2000
        IT;KCSG;;consorzio|Ente Impresa
        IT;KXZT;;Azienda Speciale
        IT;L1ZJ;;Azienda Municipale
        IT;NDEW;;Società Consortile Cooperativa
        IT;OQ8C;;Fondo Pensione
        IT;RWZD;;Altre Forme
        IT;SBQN;;Consorzio senza Attività Esterna
        IT;SSP9;;Azienda Speciale Rea
        IT;VA1V;;Società Di Mutuo Soccorso
        IT;VDRB;;Consorzio Municipale
        IT;W2PE;;Società non prevista dalla Legislazione Italiana
        IT;W9SC;;Mutua Assicurazione
        IT;WPED;;Associazione Impresa
        IT;WRU2;;Società Consortile in Accomandita Semplice
        IT;X62Z;;Consorzio Di Cui Alla Dlgs 267/2000
        IT;ZG6S;;Ente Pubblico Economico
        IT;ZU9S;;Piccola Società Cooperativa a Responsabilità Limitata
        PT;1HGD;cooperative;CRL|C.R.L.|Cooperativa|Coop.
        PT;A8CT;public-body;E.P.E.|EPE|Entidade Pública Empresarial
        PT;DFE5;public-limited;S.A.|SA|Sociedade Anónima|SGPS, S.A.|SGPS SA
        PT;MFHR;se;SE|Sociedade Anónima Europeia
        PT;N66B;general-partnership;SNC|& Cª|& C.ª|Sociedade em Nome Coletivo
        PT;OXUC;limited-partnership;em Comandita|& Comandita|Sociedade em Comandita
        PT;PIDC;public-body;E.M.|EM|Empresa Municipal
        PT;USOG;private-limited;Lda|Lda.|, Lda.|L.da|Limitada|Sociedade por Quotas
        PT;VALH;sole-trader;ENI|Empresário em Nome Individual
        PT;VF4C;private-limited;Unipessoal Lda|Unipessoal, Lda.|Unip. Lda|Sociedade Unipessoal, Lda.|Sociedade Unipessoal por Quotas
        PT;W9W3;public-limited;SAD|S.A.D.|Sociedade Anónima Desportiva
        PT;YMLD;eig;ACE|A.C.E.|Agrupamento Complementar de Empresas
        PT;ZILA;sole-trader;EIRL|E.I.R.L.|Estabelecimento Individual de Responsabilidade Limitada
        PT;5KVH;;Cooperativa de 2º Grau
        PT;68PD;;Representação Permanente
        PT;6IK8;;Entidade Empresarial Intermunicipal
        PT;6L6P;;Fundo
        PT;99JD;;AEIE|Agrupamento Europeu de Interesse Económico
        PT;ALPT;;Associação
        PT;D7OA;;Entidade Empresarial Municipal
        PT;IX01;;Empresa Intermunicipal
        PT;KUUV;;Organismo da Administração Pública
        PT;NIQY;;Entidade Empresarial Metropolitana
        PT;P5S3;;Pessoa Coletiva de Direito Público
        PT;QFXD;;Pessoa Coletiva Internacional
        PT;V6YL;;SCE|Societas Cooperativa Europaea
        PT;XD16;;Empresa Metropolitana
        PT;XMXM;;Fundo
        PT;Z0NE;;Fundação
        PT;ZSWE;;Empresa Regional
        PT;IKBN;;Trust
        PT;Z7ZX;;Sucursal Financeira Exterior
        AT;5WWO;foundation;Privatstiftung|PS
        AT;69H1;sce;SCE|Europäische Genossenschaft (SCE)
        AT;8XDW;cooperative;eGen|e.Gen.|reg.Gen.m.b.H.|registrierte Genossenschaft mit beschränkter Haftung|Genossenschaft
        AT;AAL7;limited-partnership;KEG|Kommandit-Erwerbsgesellschaft
        AT;AXSB;private-limited;GmbH|G.m.b.H.|GesmbH|Ges.m.b.H.|Ges. m. b. H.|Gesellschaft m.b.H.|Gesellschaft mbH|gGmbH|Gesellschaft mit beschränkter Haftung
        AT;CAQ1;mutual;VVaG|Versicherungsverein auf Gegenseitigkeit
        AT;DX6Z;association;Verein
        AT;ECWU;sole-trader;e.U.|eU|e. U.|EU|Einzelunternehmen|Einzelunternehmer
        AT;EQOV;public-limited;AG|A.G.|Aktiengesellschaft
        AT;GVPD;general-partnership;OHG|Offene Handelsgesellschaft
        AT;JTAV;general-partnership;OG|O.G.|Offene Gesellschaft
        AT;JUHG;general-partnership;OEG|Offene Erwerbsgesellschaft
        AT;O65B;se;SE|Europäische Gesellschaft (SE)
        AT;ONF1;limited-partnership;KG|K.G.|GmbH & Co KG|GmbH & Co. KG|GesmbH & Co KG|Ges.m.b.H. & Co KG|& Co KG|Kommanditgesellschaft
        AT;UI81;civil-partnership;GesbR|GesnbR|GbR|Gesellschaft des bürgerlichen Rechts
        AT;;private-limited;FlexKapG|FlexCo|Flexible Company|Flexible Kapitalgesellschaft
        AT;1NOX;;Sonstiger Rechtsträger
        AT;DM88;;Europäische wirtschaftliche Interessenvereinigung
        AT;E9OX;;Gemeinnützige Stiftung
        AT;G3R6;;Einzelkaufmann
        AT;JJYT;;Körperschaft öffentlichen Rechts
        AT;JQOI;;Sparkasse
        AT;NIJH;;Erwerbs- und Wirtschaftsgenossenschaft
        AT;NNLI;;stG|stille Gesellschaft
        CH;2JZ4;foundation;Foundation|Fondation|Stiftung|Fondazione
        CH;3EKS;private-limited;LLC|Ltd liab. Co|Ltd liability Co.|Ltd. liab. Co.|GmbH|Ltd|Ltd.|Limited|Limited liability company|Sàrl|SARL|S.à r.l.|Société à responsabilité limitée (SARL)|G.m.b.H.|GMBH|Gesellschaft mit beschränkter Haftung (GmbH)|Sagl|SAGL|S.a.g.l.|Società a garanzia limitata (SAGL)
        CH;AZA0;sole-trader;Sole proprietorship|Individually owned Co.|Entreprise individuelle|Raison individuelle|Einzelunternehmen|Einzelfirma|Inh.|Ditta individuale|Ragione individuale
        CH;CQMY;limited-partnership;Limited partnership|LP|Ltd partnership|SCm|Société en commandite|Soc. en commandite|KmG|Kommanditgesellschaft|& Co.|Kommanditgesellsch.|SAc|Società in accomandita|Soc. in accomandita
        CH;H781;association;Association|Association politique, religieuse, scientifique, etc.|Verein|Associazione|Associazione politico, religioso, scientifico, ecc.
        CH;MRSY;general-partnership;General partnership|GP|Partnership (general)|SNC|Société en nom collectif|Soc. nom collectif|KlG|Kollektivgesellschaft|& Co.|Kollektivgesellsch.|Società in nome collettivo|Soc. nome collettivo
        CH;MVII;public-limited;Ltd|Ltd.|Inc.|Corp.|Company limited by shares|PLC|SA|S.A.|Société anonyme|AG|A.G.|Aktiengesellschaft|Società anonima
        CH;QSI2;cooperative;Coop|Cooperative|SCoop|Société coopérative|Gen|Genossenschaft|Società cooperativa
        CH;W6A7;partnership-limited-by-shares;PLS|Patnership limited by shares|SCmA|Soc. comm. action|Société en commandite par action|KmAG|Kommandit-AG|Kommanditaktiengesellschaft|SAcA|Soc. com. per azioni|Società in accomandita per azioni
        CH;1BL5;;Foreign Coop. & Ltd.Co.|Coop & Sarl étranger|Ausl. Gen. & GMBH|Ausländische Niederlassung nicht im Handelsregister eingetragen|Coop. & SAGL estero
        CH;1RKS;;Embassy|Foreign public administration (e.g. embassy)|Ambassade|Administration publique étrangère (ex. Ambassade)|Botschaft|Ausländische öffentliche Verwaltung|Ambasciate|Amministrazione pubblica estera (ex. ambasciata)
        CH;2B81;;Simple Co.|Simple partnership|Société simple|Einfache Gesellsch.|Einfache Gesellschaft|Sociéta semplice
        CH;2WFG;;Foreign legal nature|Foreign public company|Nature jur. étran.|Entreprise publique étrangère|Ausl. Rechtsform|Ausländisches öffentliches Unternehmen|Natura guiri. estera|Impresa pubblica estera
        CH;2XJA;;Federal administration|Confédération|Administration de la Confédération|Bund|Verwaltung des Bundes|Confederazione|Amministrazione della Confederazione
        CH;54WI;;Investment company with fixed capital|Société d'investissement à capital fixe (SICAF)|Investmentgesellschaft mit festem Kapital (SICAF)|Società di investimento a capitale fisso (SICAF)
        CH;5BEZ;;Special legal form|Forme juridique particulière|Besondere Rechtsform|Natura giuridica particolare
        CH;7MNN;;Pub. Sec. inst.|Public sector institution|Inst. droit public|Institut de droit public|Inst. öff. Recht|Institut des öffentlichen Rechts|Ist. dir. pubblico|Istituti di diritto pubblico
        CH;BF9N;;Fed. publ. co.|Federal public company|Ent. pub. fédérale|Entreprise publique fédérale|öff. Unt. Bund|Unternehmen des Bundes|Imp. pubb. federale|Impresa pubblica federale
        CH;DP2E;;Internat. Org.|International organisation|Org. Internationales|Organisation Internationale|Int. Organisation|Internationale Organisation|Org. Internazionali|Organizazioni Internazionali
        CH;E0NE;;Public corporation|Corp. droit public|Corporation de droit public|öff.-rechtl. Körp.|öffentlich-rechtliche Körperschaft (Verwaltung)|Corp. diritto pubb.|Amm. corporazioni, consorzi, patriziati di diritto pubblico
        CH;FFTN;;Cantonal administration|Canton|Administration du canton|Kanton|Verwaltung des Kantons|Cantone|Amministrazione del cantone
        CH;FJG4;;Trust
        CH;FLNB;;Fonds|Fund|Fondo
        CH;GP8M;;Local administration|Commune|Administration communale|Gemeinde|Verwaltung der Gemeinde|Comune|Amministrazione comunale
        CH;HX77;;Cant. publ. co.|Cantonal public company|Ent. pub. cantonale|Entreprise publique cantonale|öff. Unt. Kanton|Unternehmen des Kantons|Imp. pubb. cantonale|Impresa pubblica cantonale
        CH;JB25;;Foreign PLC|SAdom. étran.|Ausl. AG & LTD|Ausländische Niederlassung im Handelsregister eingetragen|SA dom. estero
        CH;KJ9Q;;Power Att.|Non-commercial power of attorney|Procuration|Procurations non commerciales|Prokura|Nichtkaufmännische Prokuren|Procura|Procura non commerciale
        CH;L5DU;;Loc. publ. co.|Local public company|Ent. pub. communale|Entreprise publique communale|öff. Unt. Gemeinde|Unternehmen der Gemeinde|Imp. pubb. comunale|Impresa pubblica comunale
        CH;M848;;Corp. publ. co.|Corpororate public company|Ent. pub. corpor.|Entreprise publique d'une corpororation|öff. Unt. Körp.|öffentlich-rechtliche Körperschaft (Unternehmen)|Imp. pubb. corpora.|Impresa o ente pubblico di una corporazione
        CH;OBFU;;Undivided|Representative of an ownership in undivided shares|Indivisions|Représentants d'indivisions|Haupt von Gemeinderschaften|Indivisioni|Rappresentanti d'indivisioni
        CH;R9TC;;Foreign Enterprise|Foreign enterprise|Ent. Etrangère|Entreprise étrangère|Aus. Unt.|Ausländische Unternehmen|Imp. Str.|Impresa straniera
        CH;TL87;;Ldt part. Coll. Invest.|Limited partnership for collective investments|Soc. com. Investissement|Société en commandite de placements collectifs|Kommandit. Kapitalanlagen|Kommanditgesellschaft fuer kollektive Kapitalanlagen|Soc. com. investimenti|Società in accomandita per investimenti collettivi di capitale
        CH;UNA9;;Branch RC|Swiss branch registered at the registry of commerce|Succ. RC|Succursale suisse enregistrée au registre de commerce|Zweig. HR|Schweizerische Zweigniederlassung im Handelsregister eingetragen|Succursale svizzera registrata nel registro di commercio
        CH;VPRH;;Distr. publ. co.|District public company|Ent. pub. district|Entreprise publique de district|öff. Unt. Bezirk|öffentliches Unternehmen des Bezirks|Imp. pubb. distretto|Impresa pubblica di distretto
        CH;XJOT;;Investment company with variable capital|Société d'investissement à capital variable (SICAV)|Investmentgesellschaft mit variablem Kapital (SICAV)|Società di investimento a capitale variabile (SICAV)
        CH;YRGM;;District administration|District|Administration du district|Bezirk|Verwaltung des Bezirks|Distretto|Amministrazione del distretto
        DK;40R4;association;Forening
        DK;5QS7;private-limited;IVS|Iværksætterselskab
        DK;7WRN;general-partnership;I/S|IS|Interessentskab
        DK;9KSX;partnership-limited-by-shares;P/S|PS|Partnerselskab|Kommanditaktieselskab
        DK;FUKI;sole-trader;Enkeltmandsvirksomhed|v/|personligt ejet
        DK;GULL;limited;S.M.B.A.|SMBA|Selskab med begrænset ansvar
        DK;H8VP;private-limited;ApS|APS|Aps|Anpartsselskab
        DK;NUL8;limited-partnership;K/S|KS|Kommanditselskab
        DK;PIOI;foundation;Erhvervsdrivende fond|Fond
        DK;PMJW;cooperative;Andelsselskab|A.m.b.a.
        DK;PZ6Y;cooperative;A.M.B.A.|AMBA|a.m.b.a.|AmbA|Andelsselskab med begrænset ansvar
        DK;UA1O;se;SE|SE-selskab|Europæisk selskab
        DK;WU7R;association;F.M.B.A.|FMBA|f.m.b.a.|Forening med begrænset ansvar
        DK;ZRPO;public-limited;A/S|AS|A S|Aktieselskab
        DK;;branch;Filial|filial af|Filial af udenlandsk selskab
        DK;1MWR;;Fond
        DK;37UT;;Region
        DK;599X;;Fonde og andre selvejende institutioner
        DK;D4PU;;Frivillig forening
        DK;F7JY;;Særlig Finansiel virksomhed
        DK;FW7S;;SCE-selskab|Europæisk andelsselskab
        DK;GFXN;;Primærkommune
        DK;LWOD;;Medarbejderinvesteringsselskab
        DK;TB2C;;EØFG|Europæisk økonomisk firmagruppe
        SE;1TN0;association;Ideell förening|Föreningen|I|Ideell förening (som bedriver näringsverksamhet)
        SE;54P7;se;SE|S.E.|Europabolag
        SE;BEAY;general-partnership;HB|H.B.|Handelsbolag|Handelsbolaget
        SE;BYQJ;public-limited;Bankaktiebolag|BAB|Bank AB
        SE;C61P;cooperative;Ek. för.|ek för|ek. för|Ekonomisk förening|EF
        SE;CX05;limited-partnership;KB|K.B.|Kommanditbolag|Kommanditbolaget
        SE;E9BI;foundation;Stiftelse|Stiftelsen|stiftelse
        SE;OJ9I;public-limited;Försäkringsaktiebolag|FAB
        SE;SSOM;housing-cooperative;BRF|Brf|Bostadsrättsförening|Bostadsrättsföreningen
        SE;XJHM;private-limited;AB|A.B.|Aktiebolag|Aktiebolaget|AB (publ)|(publ)|AB publ
        SE;;sole-trader;Enskild firma|Enskild näringsverksamhet|EF
        SE;;branch;Filial|filial i Sverige|Filial (branch of foreign company)
        SE;27AW;;offentlig enhet
        SE;2UAX;;TSF|Trossamfund (som bedriver näringsverksamhet)
        SE;381R;;MB|Medlemsbank
        SE;44CQ;;samfallighetsförening
        SE;9YIP;;SCE|S.C.E.|Europakooperativ
        SE;AZTO;;SF|Sambruksförening
        SE;G04R;;SB|Sparbank
        SE;M0Y0;;FOF|Försäkringsförening
        SE;O1QI;;OFB|Ömsesidigt försäkringsbolag
        SE;PDQ0;;KHF|Kooperativ hyresrättsförening
        SE;RLJO;;EEIG|Europeisk ekonomisk intressegruppering
        SE;RYFP;;EGTS|Europeisk gruppering för territoriellt samarbete
        SE;UKOL;;enkelt bolag
        SE;WZDB;;Bostadsförening
        NO;326Y;general-partnership;ANS|Ansvarlig selskap
        NO;3C7U;foundation;STI|Stiftelse|Stiftelsen
        NO;3L58;public-body;KF|Kommunalt foretak
        NO;50TD;public-body;SF|Statsforetak
        NO;5ZTZ;public-body;FKF|Fylkeskommunalt foretak
        NO;9DI1;housing-cooperative;BBL|Boligbyggelag
        NO;CF5L;general-partnership;DA|Delt ansvar|Ansvarlig selskap, delt ansvar
        NO;EXD7;sole-trader;ENK|Enkeltpersonforetak
        NO;FSBD;association;FLI|Forening|Lag
        NO;IQGE;public-limited;ASA|A.S.A.|Allmennaksjeselskap
        NO;K5P8;cooperative;SA|Samvirkeforetak
        NO;M9IQ;limited-partnership;KS|K/S|Kommandittselskap
        NO;O0EU;housing-cooperative;BRL|Borettslag
        NO;PB3V;bankruptcy-estate;KBO|Konkursbo
        NO;Q0Q1;limited;BA|Selskap med begrenset ansvar
        NO;V06W;se;SE|Europeisk selskap
        NO;YI42;private-limited;AS|A/S|A.S.|Aksjeselskap
        NO;YTMC;public-body;IKS|Interkommunalt selskap
        NO;ZQ0Q;owners-association;ESEK|Eierseksjonssameie|Sameie
        NO;;branch;NUF|N.U.F.|Norskregistrert utenlandsk foretak
        NO;4ZRR;;NUF|Norskregistrert utenlandsk foretak
        NO;8S9H;;Gjensidig forsikringsselskap
        NO;AEV1;;Partrederi
        NO;BJ65;;Pensjonskasse
        NO;DRPL;;EØFG|Europeisk økonomisk foretaksgruppe
        NO;GYY6;;Annen juridisk person
        NO;KX7D;;Fylkeskommune
        NO;LJJW;;Verdipapirfond
        NO;O7LB;;SCE|Europeisk samvirkeforetak
        NO;R71C;;Sparebank
        FI;8WJ7;housing-company;Kiinteistö Oy|KOy|Koy|Kiint. Oy|Keskinäinen kiinteistöosakeyhtiö
        FI;DKUW;private-limited;Oy|OY|oy|O.Y.|Oy Ab|Oy Ltd|Osakeyhtiö|Ab|AB|ab|Ab Oy|Aktiebolag
        FI;EE90;cooperative;Osk|OSK|osk|Osuuskunta|Anl|anl|Andl|Andelslag
        FI;HEOB;limited-partnership;Ky|KY|ky|Kommandiittiyhtiö|Kb|kb|Kommanditbolag
        FI;K09E;sole-trader;Tmi|T:mi|Toiminimi|Yksityinen elinkeinonharjoittaja|Fma|Firma|Enskild näringsidkare
        FI;K6VE;public-limited;Oyj|OYJ|oyj|Oyj Abp|Julkinen osakeyhtiö|Abp|ABP|abp|Publikt aktiebolag
        FI;PPMX;general-partnership;Ay|Avoin yhtiö|avoin yhtiö|öb|Öppet bolag
        FI;UMF0;bankruptcy-estate;Konkurssipesä|konkurssipesä|Konkursbo
        FI;UXEW;association;ry|r.y.|RY|Rekisteröity yhdistys|Aatteellinen yhdistys|rf|r.f.|Registrerad förening|Ideell förening
        FI;V0TJ;housing-company;Asunto Oy|As Oy|As. Oy|As.Oy|Asunto-osakeyhtiö|Bostads Ab|Bst Ab|Bostadsaktiebolag
        FI;XJH3;se;SE|Eurooppayhtiö
        FI;YK5G;foundation;sr|rs|Säätiö|säätiö sr
        FI;ZMTL;estate-of-deceased;Kuolinpesä
        FI;;branch;sivuliike Suomessa|filial i Finland|Ulkomaisen yhteisön sivuliike
        FI;1AFG;;Muu yhtiö|Annat bolag
        FI;1YIR;;Metsänhoitoyhdistys|Skogsvårdsförening
        FI;2RK5;;Kunta|Kommun
        FI;37GR;;Elinkeinoyhtymä|Näringssammanslutning
        FI;4H61;;Keskinäinen vakuutusyhtiö|Ömsesidigt försäkringsbolag
        FI;5WI2;;Eläkesäätiö|Pensionsstiftelse
        FI;6PEQ;;Paikallisyhteisö|Lokalsamfund
        FI;760X;;Muu yhdistys|Annan förening
        FI;883O;;Sivuliike|Filial
        FI;8HGS;;Erityislainsäädäntöön perustuva yhdistys|Förening som grundar sig på speciallagstiftning
        FI;8WJ7;;Ömsesidigt fastighetsaktiebolag
        FI;97PB;;Vakuutuskassa|Försäkringskassa
        FI;9AUC;;Vakuutusyhdistys|Försäkringsförening
        FI;AUPV;;Muu kiinteistöosakeyhtiö|Annat fastighetsaktiebolag
        FI;BKQO;;Valtio ja sen laitokset|Staten och dess inrättningar
        FI;BKVI;;Hypoteekkiyhdistys|Hypoteksförening
        FI;BQ19;;Laivanisännistöyhtiö|Rederibolag
        FI;C51L;;Eurooppalainen taloudellinen etuyhtymä sivutoimipaikka|Filial för en europeisk ekonomisk intressegrupp
        FI;DAFV;;Vakuutusosakeyhtiö|Försäkringsaktiebolag
        FI;DL9Z;;Ulkomainen yhteisö|Utländskt samfund
        FI;DMT8;;Työeläkekassa|Arbetspensionskassa
        FI;EDN7;;Taloudellinen yhdistys|Ekonomisk förening
        FI;EDZP;;Ylioppilaskunta tai osakunta|Studentkår eller studentnation
        FI;EMC8;;Muu taloudellinen yhdistys|Annan ekonomisk förening
        FI;HBR3;;Julkinen keskinäinen vakuutusyhtiö|Publikt ömsesidigt försäkringsaktiebolag
        FI;HNWB;;ETEY|Eurooppalainen taloudellinen etuyhtymä|EEIG|Europeisk ekonomisk intresseguppering
        FI;HTT9;;Erillishallinnollinen valtion laitos|Statlig inrättning med separat förvaltning
        FI;IX7U;;Asukashallintoalue|Boendeförvaltningsområde
        FI;IYF9;;Evankelis-luterilainen kirkko|Ev.luth. kyrkan
        FI;JI3A;;Keskinäinen vahinkovakuutusyhdistys|Ömsesidigt skadeförsäkringsförening
        FI;K2G8;;Muut oikeushenkilöt|Övriga juridiska personer
        FI;KHI5;;Julkinen vakuutusosakeyhtiö|Publikt försäkringsaktiebolag
        FI;L7XJ;;Paliskunta|Renbeteslag
        FI;LBQS;;Muu yhteisvastuullinen pidätysvelvollinen|Annan solidariskt ansvarig innehållningspliktig
        FI;MBPY;;Asumisoikeusyhdistys|Boenderättsförening
        FI;MRW9;;Muu julkisoikeudellinen oikeushenkilö|Annan offentligrättslig juridisk person
        FI;N3LC;;Rekisteröity uskonnollinen yhdyskunta|Registrerat religiöst samfund
        FI;NV7C;;Muu säätiö|Annan stiftelse
        FI;OXLO;;Valtion liikelaitos|Statlig affärsinrättning
        FI;R39F;;Kauppakamari|Handelskammare
        FI;R5ZC;;Eurooppaosuuskunnan kiinteä toimipaikka|Fast driftställe för europeisk kooperativ förening
        FI;R6UB;;Verotusyhtymä|Beskattningssammanslutning
        FI;SDPE;;Työttömyyskassa|Arbetslöshetskassa
        FI;SJL9;;Osuuspankki|Andelsbank
        FI;SKGX;;Yhteisetuudet|Samfällda förmåner
        FI;SQS1;;Ahvenanmaan maakunta ja sen virastot|Lanskapet Åland och dess ämbetsverk
        FI;SUHV;;Muu verotuksen yksikkö|Annan enhet inom beskattningen
        FI;T31U;;Kuntainliiton liikelaitos|Kommunförbundets affärsinrättning
        FI;T3K4;;Yhteismetsä|Samfälld skog
        FI;TZ1U;;Kunnallinen liikelaitos|Kommunal affärsinrättning
        FI;UAV1;;SCE|Eurooppaosuuskunta|Europaandelslag
        FI;V42B;;Ortodoksinen kirkko|Ortodoxa kyrkan
        FI;VKKN;;Eurooppaosuuspankki|Europaandelsbank
        FI;VOTI;;Kuntayhtymä|Samkommun
        FI;XGKW;;Ahvenanmaan liikelaitos|Ålands affärsverk
        FI;XJH3;;SE|Europabolag
        FI;YK5G;;sr|Stiftelse
        FI;Z38E;;Säästöpankki|Sparbank
        FI;ZMTL;;Dödsbo
        PL;3BJG;professional-partnership;sp.p.|sp. p.|spółka partnerska
        PL;629I;general-partnership;sp.j.|sp. j.|s.j.|spółka jawna|Sp.j.
        PL;8TOF;cooperative;Spółdzielnia|Sp-nia|spółdzielnia
        PL;96XK;foundation;Fundacja|fundacja
        PL;B21W;simplified-shares;P.S.A.|PSA|prosta spółka akcyjna
        PL;BSJT;limited-partnership;sp.k.|sp. k.|Sp. K.|sp. z o.o. sp.k.|sp. z o.o. sp. k.|spółka komandytowa
        PL;FJ0E;public-limited;S.A.|SA|Spółka Akcyjna|spółka akcyjna
        PL;J3A3;se;SE|spółka europejska
        PL;O7XB;private-limited;sp. z o.o.|Sp. z o.o.|sp. z o. o.|sp.z o.o.|sp z oo|spzoo|SP. Z O.O.|SPÓŁKA Z OGRANICZONĄ ODPOWIEDZIALNOŚCIĄ|spółka z o.o.|spółka z ograniczoną odpowiedzialnością
        PL;OMX0;partnership-limited-by-shares;S.K.A.|SKA|spółka komandytowo-akcyjna|sp. z o.o. S.K.A.
        PL;SMIS;public-body;P.P.|przedsiębiorstwo państwowe
        PL;YLZL;civil-partnership;s.c.|spółka cywilna
        PL;ZVVM;sole-trader;JDG|działalność gospodarcza|osoba fizyczna prowadząca działalność gospodarczą|osoby fizyczne prowadzące działalność gospodarczą
        PL;ZZKE;association;Stowarzyszenie|stowarzyszenie i związki stowarzyszeń
        PL;13ZV;;samodzielny publiczny zakład opieki zdrowotnej
        PL;5F76;;cechy i izby rzemieślnicze, izby gospodarcze
        PL;6LUM;;główny oddział zagranicznego zakładu reasekuracji
        PL;6OYI;;zrzeszenie
        PL;85PM;;EZIG|Europejskie Zgrupowanie Interesów Gospodarczych
        PL;AL9T;;samorządowe jednostki organizacyjne
        PL;CY1M;;instytucje gospodarki budżetowej
        PL;EU0T;;towarzystwo reasekuracji wzajemnej
        PL;F21U;;Skarb Państwa
        PL;FANM;;kółka rolnicze
        PL;FQ5Y;;organizacje społeczne i zawodowe
        PL;GZE5;;wspólnota mieszkaniowa
        PL;H7OD;;spółdzielcza kasa oszczędnościowo-kredytowa
        PL;HOT8;;partie polityczne
        PL;JCKO;;państwowe jednostki organizacyjne
        PL;KM66;;instytuty badawcze
        PL;LT9U;;związek zawodowy
        PL;P1L1;;główny oddział zagranicznego zakładu ubezpieczeń
        PL;QUX1;;OFE|otwarty fundusz emerytalny
        PL;QYL4;;placówki systemu oświaty
        PL;RBHP;;fundusz inwestycyjny
        PL;RUCO;;oddział przedsiębiorcy zagranicznego
        PL;SP4S;;kościoł i związki wyznaniowe
        PL;SVA3;;fundusze inne niż inwestycyjne i inne niż otwarte fundusze emerytalne
        PL;T7PB;;wspólnoty samorządowe
        PL;WNX1;;TUW|towarzystwo ubezpieczeń wzajemnych
        PL;WOK7;;związki inne niż zawodowe
        PL;WUJ2;;uczelnia
        CZ;3G3D;foundation;nadace|nadační fond|n.f.|Nadace
        CZ;5KU5;general-partnership;v.o.s.|v. o. s.|veř. obch. spol.|a spol.|veřejná obchodní společnost|Veřejná obchodní společnost
        CZ;6CQN;public-limited;a.s.|a. s.|A.S.|akc. spol.|akciová společnost|Akciová společnost
        CZ;6FAI;public-body;s.p.|státní podnik|Státní podnik
        CZ;95G8;sole-trader;OSVČ|fyzická osoba|FO|Podnikající fyzická osoba tuzemská
        CZ;9HLU;private-limited;s.r.o.|s. r. o.|sro|S.R.O.|spol. s r.o.|spol. s r. o.|společnost s r.o.|společnost s ručením omezeným|Společnost s ručením omezeným
        CZ;9RVC;cooperative;družstvo|druž.|Družstvo
        CZ;BL4B;nonprofit;o.p.s.|o. p. s.|obecně prospěšná společnost|Obecně prospěšná společnost
        CZ;CATU;association;z.s.|z. s.|spolek|Spolek
        CZ;CD28;limited-partnership;k.s.|k. s.|kom. spol.|komanditní společnost|Společnost komanditní
        CZ;G2I3;association;p.s.|pobočný spolek|Pobočný spolek
        CZ;QJ0F;institute;z.ú.|z. ú.|ústav|Ústav
        CZ;WUFK;branch;o.z.|odštěpný závod|organizační složka|Odštěpný závod
        CZ;ZQO8;se;SE|evropská společnost|Evropská společnost
        CZ;1JK6;;Svépomocné zemědělské družstvo
        CZ;2DK3;;Podnik nebo hospodářské zařízení politické strany
        CZ;2N9X;;Česká konsolidační agentura
        CZ;3BX3;;Evropské seskupení pro územní spolupráci
        CZ;3RMA;;Státní fond ze zákona
        CZ;4A26;;Zájmová organizace družstev
        CZ;4OTK;;Regionální rada regionu soudržnosti
        CZ;4UB2;;Garanční fond obchodníků s cennými papíry
        CZ;4YAK;;Stálý rozhodčí soud
        CZ;5AP3;;Pobočná mezinárodní organizace zaměstnavatelů
        CZ;6D9L;;Svěřenský fond
        CZ;6OMW;;Organizační jednotka občanského sdružení
        CZ;747U;;Společnost komanditní na akcie
        CZ;74W6;;Státní příspěvková organizace ostatní
        CZ;7OZQ;;Zájmové sdružení
        CZ;84J8;;Státní hospodářská organizace řízená okresním úřadem
        CZ;8K5T;;Spotřební družstvo
        CZ;917C;;Česká tisková kancelář
        CZ;971Y;;Podnik nebo hospodářské zařízení sdružení
        CZ;9XDB;;Občanské sdružení
        CZ;AM3T;;Státní fond ze zákona nezapisující se do obchodního rejstříku
        CZ;APEN;;Správa železniční dopravní cesty, státní organizace
        CZ;C4Q2;;Všeobecná zdravotní pojišťovna
        CZ;C5FE;;Samostatná drobná provozovna (obecního úřadu)
        CZ;C7GZ;;Výrobní družstvo
        CZ;CHJR;;Podnik se zahraniční majetkovou účastí
        CZ;CIO8;;Veřejná výzkumná instituce
        CZ;CUKQ;;Mezinárodní organizace zaměstnavatelů
        CZ;CZUA;;Zahraniční fyzická osoba
        CZ;D1VK;;Školská právnická osoba
        CZ;D35X;;Zahraniční spolek
        CZ;ET6Z;;Svazy církví a náboženských společností
        CZ;FIPS;;Banka-státní peněžní ústav
        CZ;FY1B;;Církve a náboženské společnosti
        CZ;H4XQ;;Veřejné neziskové ústavní zdravotnické zařízení
        CZ;H6WW;;Státní příspěvková organizace
        CZ;HQPK;;Komora (hospodářská, agrární)
        CZ;HS5W;;Vnitřní organizační jednotka organizační složky státu
        CZ;HSNC;;Podnik zahraničního obchodu
        CZ;HY6K;;Organizační složka zahraničního nadačního fondu
        CZ;I32F;;Sdružení mezinárodního obchodu
        CZ;IQ9O;;Společenství vlastníků jednotek
        CZ;J8PB;;Obec
        CZ;JCAD;;Evidované církevní právnické osoby
        CZ;JJYB;;Zahraniční pobočný spolek
        CZ;KM6Z;;Státní banka československá
        CZ;LEDI;;Honební společenstvo
        CZ;LJ92;;Československé státní dráhy-státní organizace
        CZ;LJL0;;Organizační složka státu
        CZ;LPCQ;;Mezinárodní odborová organizace
        CZ;MAVU;;Dobrovolný svazek obcí
        CZ;MBUU;;Příspěvková organizace zřízená územním samosprávným celkem
        CZ;NI3I;;Veřejnoprávní instituce
        CZ;NJ87;;Společný podnik (s více zakladateli)
        CZ;NPH3;;Česká národní banka
        CZ;NQHQ;;Komoditní burza
        CZ;O9PW;;Samosprávná stavovská organizace (profesní komora)
        CZ;OVKW;;Vysoká škola (veřejná, státní)
        CZ;P3YF;;Pobočná odborová organizace a organizace zaměstnavatelů
        CZ;PFE5;;Městská část, městský obvod
        CZ;PQJE;;Mezinárodní nevládní organizace
        CZ;Q25I;;Odborová organizace a organizace zaměstnavatelů
        CZ;QIEL;;Kraj
        CZ;QJWK;;Rada pro veřejný dohled nad auditem
        CZ;QQ49;;Zdravotní pojišťovna (mimo VZP)
        CZ;QS6A;;Nadační fond
        CZ;R2XE;;Organizační jednotka mezinárodní nevládní organizace
        CZ;RBGQ;;EHZS|Evropské hospodářské zájmové sdružení
        CZ;RHFQ;;Družstevní podnik (s 1 zakladatelem)
        CZ;RP0E;;Obecní podnik
        CZ;SNWJ;;Podílový, penzijní fond
        CZ;T1FT;;SCE|Evropská družstevní společnost
        CZ;T3Q1;;Bytové družstvo
        CZ;TNBA;;Odštěpný závod zahraniční právnické osoby
        CZ;U95A;;Odštěpný závod zahraniční fyzické osoby
        CZ;UFDA;;Národní podnik
        CZ;V6YH;;Společná zájmová organizace družstev
        CZ;VIE3;;Zájmové sdružení právnických osob
        CZ;VQU7;;Organizační složka zahraniční nadace
        CZ;WJ30;;Družstevní podnik zemědělský
        CZ;WO0T;;Pobočná mezinárodní odborová organizace
        CZ;WVZF;;Účelová zahraničně obchodní organizace
        CZ;XG70;;Právnikcá osoba zřízená zvláštním zákonem zapisovaná do veřejného rejstříku
        CZ;XRK7;;Politická strana, politické hnutí
        CZ;Y18E;;Společný podnik
        CZ;Z3BF;;Zemědělské družstvo
        CZ;ZU32;;Jiné družstvo
        US;3MM4;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Edge Act Corporation
        US;CR3H;llp;L.L.P.|LLP|Registered Limited Liability Partnership
        US;CWRI;private-limited;L.L.C.|LLC|Limited Liability Company
        US;HFGV;corporation;Inc.|Corp.|Inc|Incorporated|Corp|Corporation|For-Profit Corporation
        US;HN8W;limited-partnership;LP|L.P.|Limited Partnership
        US;V65U;nonprofit;Inc.|Corp.|Non-Profit Corporation
        US;WDT2;limited-partnership;LLLP|L.L.L.P.|Limited Liability Limited Partnership
        US;7GTR;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Public Corporation
        US;9A4Q;nonprofit;Inc.|Corp.|Religious Corporation
        US;BRO8;corporation;INC|Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Business Corporation
        US;D4YS;private-limited;L.L.C.|LLC|Limited Liability Company
        US;K2BJ;nonprofit;Inc.|Corp.|Non-Profit Corporation
        US;M886;llp;L.L.P.|LLP|Limited Liability Partnership
        US;OVBT;corporation;P.C.|PC|P.A.|Professional Corporation
        US;TRS2;corporation;COOP|Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Cooperative Corporation
        US;VXDE;limited-partnership;LP|L.P.|Limited Partnership
        US;WNKG;general-partnership;Partnership
        US;5MNR;corporation;PC|P.C.|P.A.|Professional Corporation
        US;78H5;nonprofit;Inc.|Corp.|Corporation (Nonprofit)
        US;A9AW;limited-partnership;LP|L.P.|Limited Partnership
        US;D8PB;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Business Development Corporation
        US;FGVH;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Corporation (Business or for-profit)
        US;IMDT;limited-partnership;LLLP|L.L.L.P.|Limited Liability Limited Partnership
        US;IVQQ;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Corporation Sole
        US;N69M;llp;LLP|L.L.P.|Limited Liability Partnership
        US;O85W;private-limited;LLC|L.L.C.|Limited Liability Company
        US;P24O;trust;Business Trust
        US;QEEJ;private-limited;PLLC|P.L.L.C.|Professional Limited Liability Company
        US;QUJ5;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Benefit Corporation
        US;RSWJ;general-partnership;General Partnership
        US;S68T;nonprofit;Inc.|Corp.|Electric Cooperative Nonprofit Membership Corporation
        US;UGE3;nonprofit;Inc.|Corp.|Nonprofit Electric Generation and Transmission Cooperative Corporation
        US;VKPN;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Close Corporation
        US;1K9U;nonprofit;Inc.|Corp.|Non-Profit Corporation
        US;EJX1;corporation;Corp.|Inc.|Co.|Ltd.|Inc|Incorporated|Corp|Corporation|For-Profit Corporation
        US;KGZ8;llp;LLP|L.L.P.|Limited Liability Partnership
        US;L2DM;limited-partnership;LLLP|L.L.L.P.|Limited Liability Limited Partnership
        US;M4FO;private-limited;Corporation|Incorporated|Company|Limited|Corp.|Inc.|Co.|Ltd.|LLC|L.L.C.|Limited Liability Company
        US;MJJZ;limited-partnership;LP|L.P.|Limited Partnership
        US;5HQ4;limited-partnership;LP|L.P.|LLLP|L.L.L.P.|Limited Partnership
        US;7CDL;corporation;Corporation|Company|Incorporated|Incorporation|Limited|Corp|Co|Inc|Ltd|Inc.|Corp.|For-Profit Corporation Close
        US;CVXK;nonprofit;Inc.|Corp.|Nonprofit Corporation Religious
        US;EI4J;private-limited;LLC|L.L.C.|Limited Liability Company
        US;G1P6;nonprofit;Inc.|Corp.|Nonprofit Corporation Mutual Benefit
        US;H1UM;corporation;Corporation|Company|Incorporated|Incorporation|Limited|Corp|Co|Inc|Ltd|Inc.|Corp.|For-Profit Corporation General Stock
        US;K7YU;nonprofit;Inc.|Corp.|Nonprofit Corporation Public Benefit
        US;PZR6;corporation;PC|P.C.|P.A.|For-Profit Corporation Professional
        US;SQ7B;general-partnership;General Partnership
        US;BC32;limited-partnership;LP|L.P.|Limited Partnership Association
        US;HLCG;limited-partnership;limited|company|l.p.|lp|ltd.|co.|LP|L.P.|Limited Partnership
        US;I3Z9;corporation;Corporation|Company|Incorporated|Limited|Corp|Co|Inc|Ltd|Inc.|Corp.|For-Profit Public Benefit Corporation
        US;L10T;private-limited;limited liability company|ltd. liability company|limited liability co.|ltd. liability co.|limited|l.l.c.|llc|ltd.|LLC|L.L.C.|Limited Liability Company
        US;M64D;llp;Limited|Ltd.|L.L.P.|LLP|RLLP|R.L.L.P.|Limited Liability Partnership
        US;OWR6;corporation;Corporation|Incorporated|Company|Limited|Corp.|Inc.|Co.|Ltd.|Inc|Corp|For-Profit Corporation
        US;PDLV;nonprofit;Inc.|Corp.|Non-Profit Corporation
        US;WE9D;limited-partnership;Limited|Company|L.P.|Lp|Co.|L.L.L.P.|Lllp|LTD.|R.L.L.L.P.|RLLLP|LLLP|Limited Liability Limited Partnership
        US;7W53;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Nonstock Corporation
        US;JKOT;corporation;Inc.|Co.|Corp.|Inc|Incorporated|Corp|Corporation|Stock Corporation
        US;L7HH;nonprofit;Inc.|Corp.|Religious Society or Religious Corporation
        US;LKQ2;limited-partnership;LP|L.P.|Limited Partnership
        US;SHCN;trust;Statutory Trust
        US;T80N;llp;LLP|L.L.P.|Limited Liability Partnership
        US;Y182;private-limited;LLC|L.L.C|, Limited Liability Co.|Ltd. Liability Company|Ltd. Liability Co|P.L.L.C.|PLLC|L.L.C.|Limited Liability Company
        US;1HXP;llp;LLP|L.L.P.|Limited Liability Partnership
        US;4FSX;trust;Statutory Trust
        US;HZEH;private-limited;LLC|L.L.C.|Limited Liability Company
        US;QF4W;general-partnership;Partnership
        US;T91T;limited-partnership;LP|L.P.|Limited Partnership
        US;TGMR;limited-partnership;LLLP|L.L.L.P.|Limited Liability Limited Partnership
        US;XTIQ;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation
        US;74LJ;limited-partnership;L.L.L.P.|LLLP|R.L.L.L.P.|RLLLP|Limited Partnership (including Limited Liability Limited Partnership)
        US;CNQ3;corporation;Corp.|Inc.|Co.|Ltd.|P.C.|Chtd|PC|P.A.|Business Corporation (including professional corporation)
        US;SQOE;trust;Statutory Trust
        US;TJ6V;llp;L.L.P.|R.L.L.P.|LLP|RLLP|Limited Liability Partnership
        US;VNIU;private-limited;L.L.C.|LLC|L.C.|LC|P.L.L.C.|PLLC|Limited Liability Company (including professional LLC and series LLC)
        US;ZJPG;nonprofit;Inc.|Corp.|Nonprofit Corporation
        US;3N55;nonprofit;Corporation|Incorporated|Corp.|Inc.|Non-Profit Corporation
        US;5DS0;limited-partnership;Limited|L.P.|Ltd.|LP|Limited Partnership
        US;8N21;private-limited;LLC|L.L.C.|P.L.L.C.|PLLC|Limited Liability Company
        US;D155;limited-partnership;L.L.L.P.|LLLP|Limited Liability Limited Partnership
        US;TRI2;corporation;Corporation|Company|Incorporated|Corp.|Inc.|Co|Chartered|P.A.|Inc|Corp|Profit Corporation
        US;6IIM;private-limited;L.L.C.|LLC|L.C.|LC|Limited Liability Company
        US;AD0H;limited-partnership;LP|L.P.|Limited Partnership
        US;ASC7;corporation;PC|P.C.|P.A.|Professional Corporation
        US;MFYJ;corporation;corp.|inc.|co.|ltd.|Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Profit Corporation
        US;S7VR;nonprofit;Inc.|Corp.|Nonprofit Corporation
        US;6MB6;limited-partnership;L.L.L.P.|LLLP|Limited Liability Limited Partnership
        US;AQBO;limited-partnership;L.P.|LP|Limited Partnership
        US;B38Q;general-partnership;General Partnership
        US;DX2N;nonprofit;Corp.|Ltd.|Inc.|Nonprofit Corporation
        US;L2QV;corporation;Corp.|Ltd.|Inc.|Inc|Incorporated|Corp|Corporation
        US;S0BB;corporation;Corp.|Ltd.|Inc.|PC|P.C.|P.A.|Professional Corporation
        US;SBF3;corporation;Corp.|Ltd.|Inc.|Inc|Incorporated|Corp|Corporation|Sustainable Business Corporation
        US;TTTV;corporation;Corp.|Ltd.|Inc.|Inc|Incorporated|Corp|Corporation|Corporation Sole
        US;VPBH;private-limited;L.L.C.|LLC|Limited Liability Company
        US;530K;limited-partnership;L.P.|LP|Limited Partnership
        US;EVE6;nonprofit;Inc.|Corp.|Nonprofit Corporation
        US;QLWR;llp;L.L.P.|R.L.L.P.|LLP|RLLP|Limited Liability Partnership
        US;RU6X;private-limited;L.L.C.|LLC|L.C.|LC|Limited Liability Company
        US;U9HL;corporation;corp.|inc.|co.|ltd.|Inc|Inc.|Incorporated|Corp|Corp.|Corporation|General Business Corporation
        US;UK9P;general-partnership;General Partnership
        US;1WZP;limited-partnership;L.P.|LP|LLLP|Limited Partnership
        US;8RLE;private-limited;LLC|L.L.C|L.L.C.|Limited Liability Company
        US;AZUK;corporation;corp.|inc.|co.|ltd.|Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Business Corporation
        US;F5VL;corporation;Ltd.|Prof. Corp.|P.C.|Chartered|PC|P.A.|Professional Services Corporation
        US;HSPI;nonprofit;Inc.|Corp.|Nonprofit Corporation
        US;VUXH;llp;LLP|L.L.P.|Limited Liability Partnership
        US;78PB;corporation;Professional Corporation|Professional Service Corporation|PC|PSC|P.C.|P.A.
        US;9FD9;private-limited;Limited Liabilty Company|LLC|L.L.C.|Master Limited Liability Company
        US;D92T;llp;Limited Liability Partnership|LLP|L.L.P.
        US;DQBZ;private-limited;Limited Liability Company|LLC|L.L.C.
        US;EW9A;trust;Business Trust
        US;G4YY;limited-partnership;Limited Partnership|LP|L.P.
        US;N0YQ;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Insurance Corporation
        US;R0BI;corporation;Corporation|Incorporated|Company|Limited|Corp|Inc.|Co.|Ltd.|Inc|Corp.|For-Profit Corporation
        US;V5G5;corporation;Professional Corporation|Professional Service Corporation|PC|PSC|P.C.|P.A.|Professional Benefit Corporation
        US;V89I;nonprofit;Corporation|Incorporated|Company|Limited|Corp|Inc.|Co.|Ltd.|Corp.|Nonprofit Corporation
        US;X4EB;corporation;Corporation|Incorporated|Company|Limited|Corp|Inc. Co.|Ltd.|Inc|Inc.|Corp.|Benefit Corporation
        US;7XPF;private-limited;L.L.C.|LLC|L.C.|LC|Limited Liability Company
        US;DU35;corporation;corp.|inc.|co.|ltd.|Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Profit Corporation
        US;HPKC;limited-partnership;L.P.|LP|Limited Partnership
        US;HUSW;nonprofit;Inc.|Corp.|Nonprofit Corporation
        US;L22N;corporation;PC|P.C.|P.A.|Professional Corporation
        US;VVPD;private-limited;PLLC|P.L.L.C.|Professional Limited Liability Company
        US;35QN;corporation;P.B.C.|PBC|Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Public Benefit Corporation
        US;7U8S;general-partnership;General Partnership
        US;FBN0;private-limited;L.C.|L.L.C.|LC|LLC.|LLC|Limited Liability Company
        US;FEC4;nonprofit;Inc.|Corp.|Not-For-Profit Corporation
        US;FGT5;llp;LLP|L.L.P.|Limited Liability Partnership
        US;GCU5;corporation;Co.|corp.|inc.|ltd.|Inc|Inc.|Incorporated|Corp|Corp.|Corporation
        US;JIF7;private-limited;S.P.B.L.L.C.|SPBLLC|LLC|L.L.C.|Statutory Public Benefit Limited Liability Company
        US;WC8Q;trust;Business Trust
        US;XQEC;limited-partnership;LP|L.P.|Limited Partnership
        US;3MMY;limited-partnership;LLLP|LIMITED LIABILITY LIMITED PARTNERSHIP|L.L.L.P.|Limited Liability Limited Partership
        US;5RRE;corporation;PSC|PROFESSIONAL SERVICE CORPORATION|PC|P.C.|P.A.|Corporation (professional)
        US;6GEC;private-limited;PLLC|PROFESSONAL LIMITED LIABILITY COMPANY|LLC|L.L.C.|Limited Liability Company (professional)
        US;85YQ;trust;limited|LTD|Statutory Trust
        US;DAVB;nonprofit;CORPORATION|COMPANY|LIMITED|CORP|INC|CO|LTD|Inc.|Corp.|Corporation (non-profit)
        US;EBP8;general-partnership;General Partnership
        US;F2QV;private-limited;LLC|LIMITED LIABILITY COMPANY|LTD. CO|L.L.C.|Limited Liability Company (profit)
        US;MY61;private-limited;LLC|LIMITED LIABILITY COMPANY|LTD. CO|L.L.C.|Limited Liability Company (non-profit)
        US;O5PH;corporation;PBC|Benefit Corporation|Public Benefit Corporation|Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Public Benefit Corporation (profit)
        US;OFGO;trust;limited|LTD|Business Trust
        US;QWPR;corporation;CORPORATION|COMPANY|LIMITED CORP|INC|CO|LTD|Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Corporation (profit)
        US;T362;llp;LLP|LIMITED LIABILITY PARTNERSHIP|L.L.P.|Limited Liability Partnership
        US;VE28;limited-partnership;LP|LIMTED PARTNERSHIP|LTD|L.P.|Limited Partnership
        US;1V0I;corporation;A Benefit Corporation|Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Domestic Benefit Corporation
        US;6DVA;private-limited;limited liability company|L.L.C.|L.C.|LLC|Foreign Non-Profit Limited Liability Company
        US;6EDK;nonprofit;Inc.|Corp.|Domestic Non-Profit Corporation
        US;9L6B;private-limited;limited liability company|L.L.C.|L.C.|LLC|Foreign Limited Liability Company
        US;C1F4;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Domestic Public Benefit Corporation
        US;CD9O;private-limited;limited liability company|L.L.C.|L.C.|LLC|Domestic Limited Liability Company
        US;HQYG;corporation;corp.|corporation|co.|company|ltd.|limited|inc.|incorporated|Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Foreign Corporation
        US;NI44;corporation;corp.|corporation|co.|company|ltd.|limited|inc.|incorporated|Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Domestic Corporation
        US;ONJ1;private-limited;low-profit limited liability company|L3C|LLC|L.L.C.|Domestic Low-Profit Limited Liability Company
        US;Q8RV;corporation;A Benefit Corporation|Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Foreign Benefit Corporation
        US;SJKV;nonprofit;Inc.|Corp.|Foreign Non-Profit Corporation
        US;TDBW;llp;registered limited liability partnership|L.L.P.|LLP|Domestic Registered Limited Liability Partnership
        US;2XXG;nonprofit;Inc.|Corp.|Nonprofit Corporation
        US;53DC;private-limited;LLC|L.L.C.|Limited Liability Company
        US;IIZ4;limited-partnership;LP|L.P.|Limited Partnership
        US;M9A1;llp;LLP|L.L.P.|Limited Liability Partnership
        US;TTB3;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Business Corporation
        US;BSLM;limited-partnership;LP|L.P.|Limited Partnership
        US;HLR4;corporation;Inc.|Corp.|Ltd.|Inc|Incorporated|Corp|Corporation|Stock Corporation
        US;JJ9M;private-limited;L.L.C., LLC , L.C., L C|LLC|L.L.C.|Limited Liability Company
        US;LKD5;corporation;Inc.|Corp.|Ltd.|Inc|Incorporated|Corp|Corporation|Close Corporation
        US;OCVJ;nonprofit;Inc.|Corp.|Religious Corporation
        US;R2PI;general-partnership;General Partnership
        US;ZVS9;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Nonstock Corporation
        US;1XME;corporation;Company|Corporation|Corp.|Incorporated|Inc.|Inc|Corp|Housing Cooperative Corporation
        US;672E;corporation;Company|Corporation|Corp.|Incorporated|Inc.|Inc|Corp|Cooperative Corporation
        US;6I75;corporation;company|co.|corporation|corp.|incorporated|or inc.|limited or ltd.|professional corporation or p.c.|PC|P.C.|P.A.|Professional Corporation
        US;BYFU;private-limited;Limited Liability Company|LLC|L.L.C|Limited Company|LC|L.C.|L.L.C.
        US;CAGH;llp;Registered Limited Liability Partnership|Limited Liability Partnership|L.L.P.|LLP
        US;GOGQ;limited-partnership;Limited Partnership|LP|L.P.
        US;NETO;corporation;Company|Corporation|Corp.|Incorporated|Inc.|Inc|Corp|Employee Cooperative Corporation
        US;QX9N;corporation;Company|Co.|Corporation|Corp.|Incorporated|Inc. Limited|PC|P.C.|P.A.|Domestic Benefit Corporation (including professional corporations)
        US;R7QO;nonprofit;Company|Corporation|Corp.|Incorporated|Inc.|Non-Profit Corporation
        US;Z73Z;trust;Voluntary Association and Business Trusts
        US;ZJTK;corporation;Company|Co.|Corporation|Corp.|Incorporated|Inc. Limited|Ltd.|Inc|Inc.|Corp|Domestic Business  Corporation
        US;47LQ;nonprofit;Inc.|Corp.|Corporation (Nonprofit)
        US;58N0;limited-partnership;Limited Partnership|LP|L.P.
        US;6E4G;llp;L.L.P.|LLP|Limited Liability Partnership
        US;HQJV;corporation;P.C.|PC|Professional Corporation|P.A.
        US;IN4H;private-limited;P.L.L.C.|PLLC|Professional Limited Liability Company
        US;LJH5;private-limited;L.L.C.|LLC|L.C.|LC|Limited Liability Company
        US;NK3V;general-partnership;General Partnership
        US;NR96;private-limited;L.3.C.|L3C|Low-Profit Limited Liability Company|LLC|L.L.C.
        US;U7HC;corporation;Corp.|Corp|Co.|Co|Inc.|Inc|Ltd.|Ltd|Corporation|Company|Incorporated|Limited|Corporation (For-Profit)
        US;UJZB;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Ecclesiastical Corporation
        US;1ASH;nonprofit;Inc.|Corp.|Religious corporations
        US;1ONH;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Public Benefit Corporations
        US;43LY;limited-partnership;LP|L.P.|Limited Partnership
        US;6ZAR;llp;LLP|L.L.P.|Limited Liability Partnership
        US;8OK2;trust;Business Trusts
        US;9HKD;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Financial Corporations
        US;9I4Y;nonprofit;Inc.|Corp.|Non-Profit Corporation
        US;BQRL;private-limited;LLC|L.L.C.|Limited Liability Company
        US;DEMP;general-partnership;General Partnership
        US;IYZI;limited-partnership;LLLP|L.L.L.P.|Limited Liability Limited Partnership
        US;OXAZ;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Insurance Corporations
        US;S2K8;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Business Corporation
        US;TBN1;private-limited;LLC|L.L.C.|Non-Profit Limited Liability Company
        US;8YBQ;general-partnership;General Partnership
        US;NDBR;limited-partnership;L.P.|LP|Limited Partnership
        US;O4NK;nonprofit;Inc.|Corp.|Nonprofit Corporation
        US;U7GR;llp;L.L.P.|R.L.L.P.|LLP|RLLP|Limited Liability Partnership
        US;WPCN;private-limited;L.L.C.|LLC|Limited Liability Company
        US;XST3;corporation;corp.|inc.|co.|ltd.|Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Business Corporation
        US;21OE;llp;L.L.P.|LLP|Limited Liability Partnership
        US;7F5B;private-limited;L.L.C.|LLC|L.C.|LC|Limited Liability Company
        US;EMLK;limited-partnership;L.P.|LP|Limited Partnership
        US;KC7Z;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|For-Profit Corporation
        US;R8SH;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Not For Profit Corporation
        US;1S9L;private-limited;LLC|L.L.C.|Professional Series Limited Liability Company
        US;30PQ;limited-partnership;LLLP|L.L.L.P.|Limited Liability Limited Partnership
        US;40SO;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Mutual Benefit Corporation
        US;5MRP;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Close Corporation
        US;7OS8;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Congressional Chartered Corporation
        US;9OSW;llp;LLP|L.L.P.|Limited Liability Partnership
        US;9STD;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation
        US;A770;corporation;PC|P.C.|P.A.|Professional Corporation
        US;AEK0;private-limited;LLC|L.L.C.|Limited Liability Company
        US;L1PM;limited-partnership;LLLP|L.L.L.P.|Professional Limited Liability Limited Partnership
        US;LPLY;limited-partnership;LP|L.P.|Limited Partnership
        US;MY93;private-limited;PLLC|P.L.L.C.|Professional Limited Liability Company
        US;OOX5;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Benefit Corporation
        US;QB0A;trust;Business Trust
        US;SCX8;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Public Benefit Corporation
        US;T91C;corporation;PC|P.C.|P.A.|Professional Close Corporation
        US;WRF9;nonprofit;Inc.|Corp.|Religious Corporation
        US;XVC6;private-limited;LLC|L.L.C.|Series Limited Liability Company
        US;5OET;private-limited;LLC|L.L.C.|Foreign Limited Liability Company
        US;639V;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Non Profit Domesticated Foreign Corporation
        US;6ICB;corporation;PC|P.C.|P.A.|Foreign Corp Professional Corporation
        US;7BQ5;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Non Stock Corporation
        US;8APW;private-limited;LLC|L.L.C.|Domestic Limited Liability Company
        US;8HNT;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Foreign Corporation
        US;B843;private-limited;PLLC|P.L.L.C.|Domestic Professional Limited Liability Company
        US;BJ2V;private-limited;PLLC|P.L.L.C.|Foreign Professional Limited Liability Company
        US;CXIO;corporation;PC|P.C.|P.A.|Domesticated Foreign Corporation Professional Corporation
        US;DFPP;limited-partnership;LP|L.P.|Domestic Limited Partnership
        US;ECLT;corporation;PC|P.C.|P.A.|Domestic Corporation Professional Corporation
        US;HV3B;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Non Taxable Corporation
        US;KFPS;general-partnership;Domestic General Partnership
        US;LQZC;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Nebraska Benefit Corporation
        US;MPFG;llp;LLP|L.L.P.|Foreign Limited Liability Partnership
        US;NGZJ;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Domesticated Foreign Corporation
        US;O256;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Non Profit Foreign Corporation
        US;R7JP;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Non Profit (Dom) Corporation
        US;RH6N;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Domestic Corporation
        US;YQDQ;llp;LLP|L.L.P.|Domestic Limited Liability Partnership
        US;YWK0;limited-partnership;LP|L.P.|Foreign Limited Partnership
        US;62L3;limited-partnership;L.P.|LP|Limited Partnership
        US;7K6U;llp;L.L.P.|LLP|Limited Liability Partnership
        US;8WM4;corporation;Inc.|Ltd.|Co.|Corp.|Inc|Incorporated|Corp|Corporation|Profit Corporation
        US;IY8C;nonprofit;Inc.|Corp.|Nonprofit Corporation
        US;MM8M;private-limited;L.L.C.|LLC|LC|Limited Liability Company
        US;SUEQ;trust;B.T.|BT|Business Trust
        US;6M6O;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Business Corporation
        US;9M2Q;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Benefit Corporation
        US;G66U;limited-partnership;LP|L.P.|Limited Partnership
        US;OJ9K;private-limited;LLC|L.L.C.|Limited Liability Company
        US;P3LZ;nonprofit;Inc.|Corp.|Nonprofit Corporation
        US;RCNI;llp;LLP|L.L.P.|Limited Liability Partnership
        US;7HY7;limited-partnership;L.P.|LP|Limited Partnership
        US;FFBM;llp;LLP|L.L.P.|Limited Liability Partnership
        US;P7RH;private-limited;L.L.C.|LLC|Limited Liability Company
        US;T4M6;nonprofit;corp.|inc.|Inc.|Corp.|Nonprofit Corporation
        US;XSNP;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Business Corporation
        US;4YOA;private-limited;LLC|L.L.C.|Limited Liability Company
        US;VG3S;corporation;corp.|inc.|co.|ltd.|Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Profit Corporation
        US;W0U4;nonprofit;Inc.|Corp.|Nonprofit Corporation
        US;51RC;nonprofit;Inc.|Corp.|Not-for-profit Corporation
        US;BO6L;limited-partnership;LP|L.P.|Limited Partnership
        US;PJ10;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Business Corporation
        US;SDX0;private-limited;LLC|L.L.C.|Limited Liability Company
        US;XIZI;llp;LLP|L.L.P.|Limited Liability Partnership
        US;1QMT;corporation;corp.|inc.|co.|ltd.|Incorporated|company|limited|corporation|Inc|Inc.|Corp|Corp.|Corporation|Business Corporation
        US;358I;nonprofit;corp.|inc.|co.|ltd.|Incorporated|company|limited|corporation|Inc.|Corp.|Nonprofit Corporation
        US;3DXJ;private-limited;PLLC|P.L.L.C.|Professional Limited Liability Company
        US;8QMN;corporation;corp.|inc.|co.|ltd.|Incorporated|company|limited|corporation|PC|P.C.|P.A.|Professional Corporation
        US;ARON;limited-partnership;LP|Ltd. Partnership.|Ltd. Partnership|L.P.|limited partnership
        US;Q6EM;private-limited;L3C|LLC|L.L.C.
        US;X0MP;llp;LLP|ltd|Liability partnership|rllp|registered limited liability partnership|L.L.P.|limited liability partnership
        US;X1EL;private-limited;LLC|limited liability company|ltd|liability company|L.L.C.|Limited Liability Company
        US;YJZ3;limited-partnership;RLLLP|LLLP|Registered Ltd.|Liability Ltd.|Partnership|L.L.L.P.|Registered Limited Liability Limited Partnership
        US;64HG;private-limited;LLC|L.L.C.|PLLC|P.L.L.C.|Professional Limited Liability Company
        US;6JCE;general-partnership;GP|G.P.|General Partnership
        US;DLEW;private-limited;LLC|L.L.C.|Nonprofit Limited Liability Company
        US;ER7C;corporation;corp|inc.|Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Publicly Traded Corporation
        US;FK53;private-limited;LLC|L.L.C.|Farm/Ranch Limited Liability Company
        US;GHB2;private-limited;LLC|L.L.C.|(Business) Limited Liability Company
        US;J1V0;llp;LLP|L.L.P.|Limited Liability Partnership
        US;LF4E;corporation;corp|inc.|Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Farm/Ranch Corporation
        US;MTDW;limited-partnership;LLLP|L.L.L.P|L.L.L.P.|Limited Liability Limited Partnership
        US;NHGN;limited-partnership;LP|L.P.|Limited Partnership
        US;OGHV;corporation;corp.|inc.|PC|P.C.|P.A.|Professional Corporation
        US;S745;corporation;corp.|inc.|BC|B.C.|Inc|Inc.|Incorporated|Corp|Corp.|Corporation|(Business) Corporation
        US;U87X;nonprofit;corp.|inc.|Inc.|Corp.|Nonprofit Corporation
        US;WIU6;corporation;corp|inc.|CDC|C.D.C.|Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Community Development Corporation
        US;YOB3;corporation;coop|co-op|Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Electric Cooperative Corporations
        US;ZULC;corporation;corp|inc.|Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Development Corporation
        US;52U0;llp;registered limited liability partnership|registered partnership having limited liability|limited liability partnership|R.L.L.P.|P.L.L.|L.L.P.|RLLP|LLP|Limited Liability Partnership
        US;7VK5;nonprofit;Inc.|Corp.|Corporation (Nonprofit)
        US;95OK;general-partnership;General Partnership
        US;BTQ1;corporation;company, co.|corporation|corp.|incorporated|inc.|Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Corporation (For-Profit)
        US;EZNQ;private-limited;limited liability company|limited|LLC|L.L.C.|ltd.|ltd|Limited Liability Company
        US;ZD39;limited-partnership;Limited Partnership|L.P.|Limited|Ltd.|LP
        US;B8XC;private-limited;L.L.C.|LLC|L.C.|LC|Limited Liability Company
        US;BGH4;corporation;corp.|inc.|co.|ltd.|Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Profit Corporation
        US;OJDX;llp;RLLP, LLP, R.L.L.P., L.L.P.|LLP|L.L.P.|Limited Liability Partnership
        US;PQXK;limited-partnership;L.P.|LP|Limited Partnership
        US;VJXH;nonprofit;corp.|inc.|co.|ltd.|Inc.|Corp.|Not-for-profit Corporation
        US;GEE0;limited-partnership;Limited Partnership|LP|L.P.
        US;QK2J;private-limited;Limited Liability Company|LLC|L.L.C.
        US;T2DF;trust;trust|Business Trust
        US;T5ZE;corporation;Corporation|Incorporated|Company|Limited|Inc|Inc.|Corp|Corp.|Business Corporation
        US;UQWQ;corporation;Cooperative|co-op|Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Cooperative Corporation
        US;UZ83;nonprofit;Inc.|Corp.|Nonprofit Corporation
        US;V10Q;corporation;Professional Corporation|P.C.|Prof. Corp|PC|P.A.
        US;WQLU;llp;Limited Liability Partnership|LLP|L.L.P.
        US;3JTE;corporation;corp.|inc.|co.|ltd.|P.C.|Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Business Corporation
        US;9C19;private-limited;LLC|L.L.C.|Limited Liability Company
        US;9EJ6;nonprofit;Inc.|Corp.|Nonprofit Corporation
        US;B8KO;llp;LLP|L.L.P.|Limited Liability Partnership
        US;HSEV;limited-partnership;LP|L.P.|Limited Partnership
        US;5E0K;corporation;PC|P.C.|P.A.|Benefit Professional Corporation
        US;7RLC;llp;L.L.P.|LLP|Limited Liability Partnership
        US;AVLE;nonprofit;Inc.|Corp.|Non-profit Corporation
        US;DRSE;private-limited;l.l.c.|LLC|L.L.C.|Limited Liability Company
        US;FW66;limited-partnership;L.P.|LP|Limited Partnership
        US;MG8V;private-limited;LLC|L.L.C.|L3C|L3C Low Profit LLC
        US;QMI2;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Benefit Corporation
        US;RZ5R;corporation;corp.|inc.|p.c.|ltd.|PC|P.C.|P.A.|Professional Service Corporation
        US;Z54A;corporation;corp.|inc.|co.|ltd.|Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Business Corporation
        US;11GD;nonprofit;Inc.|Corp.|Nonprofit Corporation
        US;7QV2;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Business Corporation
        US;DBGD;private-limited;L.L.C.|LLC|L.C.|LC|Ltd. Co.|Limited Liability Company
        US;G0HE;corporation;corp.|inc.|co.|ltd.|Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Statutory Close Corporation
        US;G6VI;limited-partnership;LP|L.P.|Limited Partnership
        US;N10D;corporation;P.C.|PC|P.A.|PA|Professional Corporation
        US;PNSZ;corporation;corp.|inc.|co.|ltd.|Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Benefit Corporation
        US;WTWK;llp;L.L.P.|LLP|Limited Liability Partnership
        US;15JS;limited-partnership;L.P.|LP|Limited Partnership
        US;C276;private-limited;L.L.C.|LLC|L.C.|LC|Limited Liability Company
        US;JZWN;corporation;corp.|inc.|co.|ltd.|Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Business Corporation
        US;UX5E;limited-partnership;L.L.L.P.|LLLP|Limited Liability Limited Partnership
        US;Z9CH;llp;RLLP, LLP, R.L.L.P., L.L.P.|LLP|L.L.P.|Limited Liability Partnership
        US;7TJ1;general-partnership;General Partnership
        US;8MBD;llp;L.L.P.|LLP|Limited Liability Partnership
        US;DQUB;limited-partnership;L.P.|LP|Limited Partnership
        US;I2XB;private-limited;LLC|L.L.C.|Limited Liability Company
        US;QJ9F;corporation;corp.|inc.|co.|Inc|Inc.|Incorporated|Corp|Corp.|Corporation|For-Profit Corporation
        US;RD1T;nonprofit;Inc.|Corp.|Nonprofit Corporation
        US;9AAS;corporation;PC|P.C.|P.A.|Professional Corporation
        US;C5K7;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|For-Profit Corporation
        US;FE1L;limited-partnership;LP|L.P.|Limited Partnership
        US;OGSS;nonprofit;Inc.|Corp.|Nonprofit Corporation
        US;WYG5;private-limited;LLC|L.L.C.|Limited Liability Company
        US;1CZS;general-partnership;General Partnership
        US;2I4P;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Profit Corporation
        US;3ZXC;private-limited;L.L.C.|LLC|L.C.|LC|Limited Liability Company (LLC)
        US;7H0X;llp;RLLP, LLP, R.L.L.P., L.L.P.|LLP|L.L.P.|Limited Liability Partnership
        US;B12O;trust;Business Trust
        US;IDFN;corporation;P.C|PC|P.C.|P.A.|Professional Corporation
        US;NOBH;nonprofit;Inc.|Corp.|Non-profit Corporation
        US;Q1N4;limited-partnership;L.P.|LP|Limited Partnership
        US;T0XH;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Benefit Corporation
        US;UEKV;private-limited;L3C|l3c|LLC|L.L.C.|Low Profit LLC
        US;8XN0;llp;RLLP|LLP|L.L.P.|Limited Liability Partnership
        US;GZMZ;corporation;PC|P.C.|P.A.|Professional Corporation
        US;K4MF;private-limited;PLC|PLLC|P.L.L.C.|Professional Limited Liability Company
        US;NYUD;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Profit Corporation
        US;OE6T;private-limited;LLC|Ltd Liability Co|LC|Ltd Co|L.L.C.|Limited Liability Company (LLC)
        US;PNZI;nonprofit;Inc.|Corp.|Non-profit Corporation
        US;R8O9;private-limited;L3C|LLC|L.L.C.|Low Profit LLC
        US;UF6Y;limited-partnership;L.P.|LP|Limited Partnership
        US;456O;general-partnership;Partnership
        US;4WN7;private-limited;LLC|L.L.C.|Limited Liability Company
        US;8KA4;llp;LLP|L.L.P.|Registered Limited Liability Partnership
        US;BOEX;trust;Business Trust
        US;DQMV;limited-partnership;LP|L.P.|Limited Partnership
        US;HOV4;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Stock Corporation
        US;PLMC;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Nonstock Corporation
        US;F8DD;private-limited;LLC|L.L.C.|Limited Liability Company
        US;LBJ1;limited-partnership;L.P.|LP|Limited Partnership
        US;NHYA;corporation;corp.|inc.|co.|ltd.|Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Profit Corporation
        US;RR8G;nonprofit;Inc.|Corp.|Non-profit Corporation
        US;RRXD;llp;L.L.P.|LLP|Limited Liability Partnership
        US;IJHI;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Corporation (for profit)
        US;O9MN;trust;Business Trust
        US;PXGA;nonprofit;Inc.|Corp.|Corporation (non-profit)
        US;RC5L;private-limited;L.L.C.|LLC|L.C.|LC|Limited Liability Company
        US;SUMS;limited-partnership;L.P.|LP|Limited Partnership
        US;6S32;corporation;corp.|inc.|co.|ltd.|Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Business Corporation
        US;EVBW;nonprofit;Inc.|Corp.|Corporation Nonstock Nonprofit
        US;I5XP;limited-partnership;LLLP|L.L.L.P.|Limited Liability Limited Partnership
        US;M5RM;private-limited;LLC|L.L.C.|Limited Liability Company
        US;WNV6;limited-partnership;L.P.|LP|Limited Partnership
        US;Z92A;llp;RLLP, LLP, R.L.L.P., L.L.P.|LLP|L.L.P.|Limited Liability Partnership
        US;ZXZ7;trust;Common Law Trust (Business Trust)
        US;71ZI;llp;RLLP, LLP, R.L.L.P., L.L.P.|LLP|L.L.P.|Registered Limited Liability Partnership
        US;9GXA;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Profit Corporation
        US;NB58;private-limited;L.L.C.|LLC|L.C.|LC|Limited Liability Company
        US;PUJR;nonprofit;Inc.|Corp.|Nonprofit Corporation
        US;QR4Y;limited-partnership;LP|L.P.|Limited Partnership
        US;RDQZ;trust;Statutory Trust
        US;;private-limited;LLC|L.L.C.|LC|L.C.|Ltd. Liability Co.|Limited Liability Company|Limited Liability Co.
        US;;corporation;Inc|Inc.|Incorporated|Corp|Corp.|Corporation|Co.|Co|Company|Ltd.|Limited
        US;;limited-partnership;LP|L.P.|Ltd. Partnership|Limited Partnership
        US;;llp;LLP|L.L.P.|RLLP|R.L.L.P.
        US;;limited-partnership;LLLP|L.L.L.P.|RLLLP
        US;;corporation;PC|P.C.|P.A.|PA|Prof. Corp.|Professional Corporation|Professional Association
        US;;private-limited;PLLC|P.L.L.C.|PLC|P.L.C.
        US;;corporation;PBC|P.B.C.|Benefit Corporation
        US;;sole-trader;DBA|d/b/a|dba|doing business as|Sole proprietorship / assumed name
        SK;2EEG;public-limited;a.s.|a. s.|akciová spoločnosť|Akc. spol.|Akciová spoločnosť
        SK;5J5Y;general-partnership;v.o.s.|v. o. s.|Ver. obch. spol.|Verejná obchodná spoločnosť
        SK;D18J;simplified-shares;j.s.a.|j. s. a.|Jednoduchá spol. na akcie|Jednoduchá spoločnosť na akcie
        SK;KB52;limited-partnership;k.s.|k. s.|Kom. spol.|Komanditná spoločnosť
        SK;VSZS;private-limited;s.r.o.|s. r. o.|spol. s r.o.|spol. s r. o.|Spol. s r. o.|spoločnosť s ručením obmedzeným|Spoločnosť s ručením obmedzeným
        HU;8UEG;public-limited;Nyrt.|Nyrt|Nyilvánosan működő részvénytársaság
        HU;BKUX;public-limited;Zrt.|Zrt|Zártkörűen működő részvénytársaság
        HU;J6MO;general-partnership;Kkt.|Kkt|Közkereseti társaság
        HU;P9F2;private-limited;Kft.|Kft|KFT|korlátolt felelősségű társaság|Korlátolt felelősségű társaság
        HU;S3DA;limited-partnership;Bt.|Bt|Betéti társaság
        HU;2A44;;Egyéni cég
        HU;2LB5;;Munkavállalói Résztulajdonosi Program szervezet
        HU;4C5L;;Ügyvédi Iroda
        HU;4QRE;;Önkormányzat
        HU;4WV7;;Egyéb köztestület
        HU;876R;;Egyéb egyesület
        HU;8UMK;;EGE|Európai gazdasági egyesülés
        HU;8VH3;;Befektetési alap
        HU;995K;;Magánnyugdíjpénztár
        HU;BJ8Q;;Egyéni vállalkozás
        HU;BMYJ;;Egyéb alapítvány
        HU;BSK1;;Oktatási intézmények
        HU;DN6F;;Kölcsönös biztosító egyesület
        HU;DPY1;;Egyéb szövetkezet
        HU;EO9F;;Rt.|Részvénytársaság
        HU;ESTU;;Társasház
        HU;HTJD;;Kht.|Közhasznú társaság
        HU;LNY0;;Egyházi szervezetek
        HU;M1DW;;Önkéntes kölcsönös biztosítópénztár
        HU;NZAI;;Külföldi székhelyű vállalkozás kereskedelmi képviselete
        HU;OII5;;Egyéni ügyvéd
        HU;QYV5;;Költségvetési szerv
        HU;TQ3O;;Egyéb, máshova nem sorolt jogi személyiségű vállalkozás
        HU;TSVO;;kbe|Szövetség (kivéve sportszövetség)
        HU;UD8K;;Külföldi székhelyű vállalkozás fióktelepe
        HU;V3LT;;Erdőbirtokossági Társulat
        HU;X0SX;;tksz,|hsz.|Takarék- és hitelszövetkezet
        HU;XW5U;;SE|Európai részvénytársaság
        HU;Y64R;;OBA|Országos betétbiztosítási alap
        HU;ZQAQ;;Közjegyzői iroda
        RO;ANDT;public-limited;SA|S.A.|Societate pe acţiuni
        RO;XHN1;private-limited;SRL|S.R.L.|S.R.L.-D|Societate cu răspundere limitată
        RO;1CDX;;SE|Societate europeană
        RO;37II;;Cooperativă meșteșugărească
        RO;4V0A;;GEIE|Grupul european de interes economic
        RO;5NCK;;ONG|Organizație non-guvernamentală
        RO;7B9H;;Societate cooperativă
        RO;7W9B;;Organizații cooperatiste de credit și casele centrale ale acestora
        RO;85K5;;Reprezentanta
        RO;8FD2;;Cooperativă de consum
        RO;AI01;;PFI|Persoana fizica independentă
        RO;CTBD;;Alte forme de proprietate
        RO;CUGP;;RA|Regie autonomă
        RO;DUGD;;II|Intreprindere individuala
        RO;EFBR;;GIE|Grupul de interes economic
        RO;F0BK;;Societate agricolă
        RO;F68H;;SNC|Societate în nume colectiv
        RO;FJQ8;;PFA|Persoana fizica autorizata
        RO;GT4V;;Cooperativă de credit
        RO;I15K;;Cooperativă agricolă
        RO;I9BB;;Sucursala
        RO;NFRJ;;Reprezentant fiscal
        RO;SWMK;;SCA|Societate în comandită pe acţiuni
        RO;TH8A;;AF|Asociatie familiala
        RO;UWEE;;SCE|Societate Cooperativă Europeană
        RO;V0FL;;SCS|Societate în comandită simplă
        HR;LUMA;public-limited;d.d.|d. d.|Dioničko društvo
        HR;OQWO;private-limited;d.o.o.|d. o. o.|doo|j.d.o.o.|j.d.o.o
        HR;24EG;;Kreditna unija
        HR;274G;;Udruga
        HR;28RA;;Fond
        HR;2FED;;GIU|Gospodarsko interesno udruženje
        HR;3OW3;;EGIU|Europsko gospodarsko interesno udruženje (skraćeno EGIU)
        HR;6Q6D;;Pravna osoba Katoličke Crkve
        HR;6RD2;;Agencije I druge samostalne pravne osobe s javnim ovlastima
        HR;8VRU;;SCE|Europska zadruga (Societas Cooperativa Europaea, skraćeno SCE)
        HR;9D9U;;t.p.|Trgovac pojedinac
        HR;9PZC;;Fundacija
        HR;E9CM;;SE|Europsko društvo (Societas Europaea, skraćeno SE)
        HR;EYKU;;Stečajna masa
        HR;G5RH;;Zadruge
        HR;IVVD;;Savez zadruga
        HR;KP34;;j.t.d.|Javno trgovačko društvo
        HR;MF7P;;k.d.|Komanditno društvo
        HR;NRTG;;Podružnica
        HR;SPJ7;;Vjerska zajednica
        HR;TSA0;;Tijelo državne uprave
        HR;XQLW;;Jedinica lokalne ili područne (regionalne) samouprave
        HR;YA9S;;Zajednica ustanova
        HR;ZFQS;;Ustanova
        HR;ZMY8;;Zaklada
        SI;1OR3;public-limited;d.d.|delniška družba
        SI;KBKD;private-limited;d.o.o.|d. o. o.|doo|družba z omejeno odgovornostjo
        SI;QW8S;sole-trader;s.p.|Samostojni podjetnik posameznik
        SI;14AT;;Javna agencija
        SI;2CTG;;zadruga
        SI;34PA;;Centralna banka
        SI;4A8T;;SE|evropska delniška družba
        SI;5LXY;;Verska skupnost in podobne verske organizacije
        SI;6MPY;;Ustanova
        SI;8ER6;;Stanovanjska zadruga
        SI;D64E;;Gospodarska zbornica
        SI;E01X;;zadruga v zasebni lasti
        SI;HJCS;;Društvo, zveza društev
        SI;I7MN;;Javno podjetje
        SI;ICQT;;d.v.z.|Družba za vzajemno zavarovanje
        SI;JQA2;;Kmetijska zadruga
        SI;KH4O;;Skupnost lastnikov stanovanj
        SI;LNYR;;Obrtna zadruga
        SI;M84A;;Sklad
        SI;OPDJ;;k.d.|komanditna družba
        SI;Q2EV;;EGIZ|Evropsko gospodarsko interesno združenje
        SI;QUEA;;Tuja pravna oseba po ZZK-1
        SI;QYQ5;;Družbeno podjetje
        SI;RAX7;;z.o.o.|Zadruga z omejeno odgovornostjo
        SI;RG9Z;;SCE|Societas Cooperativa Europaea
        SI;S1UI;;Civilna odvetniška družba
        SI;SD81;;d.n.o.|družba z neomejeno odgovornostjo
        SI;TMVE;;z.b.o.|Zadruga brez odgovornosti
        SI;UDQJ;;GIZ|Gospodarsko interesno združenje
        SI;UESF;;Javni sklad
        SI;UG0E;;Dobrodelna organizacija
        SI;WZ78;;k.d.d.|komanditna delniška družba
        SI;X94Z;;Republika Slovenija
        BG;946C;sole-trader;ЕТ|ET|Едноличен търговец
        BG;EJ06;public-limited;ЕАД|EAD|Еднолично акционерно дружество
        BG;VJ3G;private-limited;ООД|OOD|Дружество с ограничена отговорност
        BG;WTK4;public-limited;АД|AD|Акционерно дружество
        BG;WVIN;private-limited;ЕООД|EOOD|Еднолично дружество с ограничена отговорност
        BG;3FUP;;Европейско кооперативно дружество с ограничена отговорност
        BG;3HLJ;;Поделение на eвропейско обединение по икономически интереси
        BG;3SHX;;Сдружение в обществена полза
        BG;45D7;;Клон на чуждестранен търговец
        BG;9F78;;Чуждестранно дружество - физическо лице
        BG;CTCH;;Кооперация
        BG;FPP2;;С-ие|СД|С-ИЕ|Събирателно дружество (СД)/Съдружие
        BG;HN63;;КДА|Командитно дружество с акции
        BG;LECS;;Сдружение в частна полза
        BG;O15N;;Чуждестранно дружество - юридическо лице
        BG;PW3Y;;АДСИЦ|Акционерно дружество със специална инвестиционна цел
        BG;QZAU;;Еднолично aкционерно дружество със специалнa инвестиционна цел
        BG;RYDY;;ЕОИИ|Европейско обединение по икономически интереси
        BG;S94S;;КД|Командитно дружество
        BG;SZW0;;ЕД|Eвропейско дружество
        BG;TCGV;;ДЗЗД|Дружество учредено по Закона за задълженията и договорите
        BG;U8LM;;ЕКД|Eвропейско кооперативно дружество
        BG;UFG8;;Фондация
        GR;54AL;limited-partnership;Ε.Ε.|ΕΕ|EE|E.E.|Ετερόρρυθμη Εταιρία
        GR;H6OR;private-limited;Ε.Π.Ε.|ΕΠΕ|EPE|E.P.E.|Ltd|Εταιρία Περιορισμένης Ευθύνης
        GR;QCA0;private-limited;Ι.Κ.Ε.|ΙΚΕ|IKE|I.K.E.|P.C.|Ιδιωτική Κεφαλαιουχική Εταιρία
        GR;TIZ2;general-partnership;Ο.Ε.|ΟΕ|OE|O.E.|Ομόρρυθμη Εταιρία
        GR;W2NK;public-limited;Α.Ε.|ΑΕ|A.E.|AE|S.A.|SA|Ανώνυμη Εταιρία
        GR;3RHO;;SC|Ναυτική εταιρία
        GR;CQ5X;;SE|Ευρωπαϊκή Εταιρεία
        GR;HKVP;;SP|Αστική (Προσωπική) Εταιρία
        GR;J3VJ;;COOP|Συνεταιρισμός
        GR;JYKN;;Λοιπά
        GR;L6IY;;PL|Νομικά Πρόσωπα Δημοσίου Δικαίου
        GR;L8D6;;SLP|Αφανής Εταιρία
        GR;MCWR;;JV|Κοινοπραξία
        GR;QNWW;;ΕΟΟΣ|Ευρωπαϊκός Όμιλος Οικονομικού Σκοπού
        GR;QSYQ;;CLF|Σωματεία - Ιδρύματα
        GR;UCU5;;Ετερόρρυθμη κατά μετοχές εταιρεία
        GR;VKSR;;JSO|Συμπλοιοκτησία
        EE;1NKP;foundation;SA|Sihtasutus
        EE;3UPJ;sole-trader;FIE|Füüsilisest isikust ettevõtja
        EE;9LJA;public-limited;AS|Aktsiaselts
        EE;I1UP;general-partnership;TÜ|Täisühing
        EE;JC0Y;private-limited;OÜ|OU|Osaühing
        EE;LVEQ;limited-partnership;UÜ|Usaldusühing
        EE;PRTB;association;MTÜ|Mittetulundusühing
        EE;VSEV;cooperative;TÜH|Tulundusühistu
        EE;6I0P;;HÜ|Hooneühistu
        EE;752Q;;SE|Euroopa äriühing
        EE;8ZQE;;KÜ|Korteriühistu
        EE;BE56;;Avalik-õiguslik juriidiline isik
        EE;CKOS;;Usuline ühendus
        EE;GA3A;;Erakond
        EE;J34T;;AÜ|Ametiühing
        EE;LA47;;EMHÜ|Euroopa majandushuviühing
        EE;PMOF;;Loomeliit
        EE;RXTT;;SCE|Euroopa ühistu
        LV;BS22;sole-trader;IK|Individuālais komersants
        LV;ES2D;private-limited;SIA|Sabiedrība ar ierobežotu atbildību
        LV;VJBO;public-limited;AS|A/S|Akciju sabiedrība
        LV;1IPK;;KS|Komandītsabiedrība
        LV;3LCY;;PS|Pilnsabiedrība
        LV;5ULL;;EEIG|Eiropas Ekonomisko interešu grupa
        LV;AZTM;;SE|Eiropas komercsabiedrība
        LT;81KA;public-limited;AB|Akcinė bendrovė|Akcinės bendrovės
        LT;A338;sole-trader;IĮ|II|Individuali įmonė|Individualios įmonės
        LT;BPLS;private-limited;UAB|Uždaroji akcinė bendrovė|Uždarosios akcinės bendrovės
        LT;SFYA;private-limited;MB|Mažoji bendrija|Mažosios bendrijos
        LT;13T9;;EB|Europos bendrovės
        LT;4ZF3;;VI|Valstybės įmonės
        LT;5BY2;;EKB|Europos kooperatinės bendrovės
        LT;5CIE;;APB|Advokatų profesinės bendrijos
        LT;5TA8;;S|Šeimynos
        LT;6JDN;;PS|Profesinės sąjungos ir jų susivienijimai
        LT;A2GC;;RB|Religines bendruomenes, bendrijos ir centrai
        LT;BGPJ;;EEIG|Europos ekonominių interesų grupės
        LT;DLCX;;TUB|Tikrosios ūkinės bendrijos
        LT;E4HU;;LPRA|Lietuvos prekybos, pramonės ir amatų rūmų asociacija
        LT;F2TQ;;TR|Tradicinės religinės bendruomenės ar bendrijos
        LT;F2ZF;;A|Asociacijos
        LT;HGMH;;LF|Labdaros ir paramos fondai
        LT;HJ1Y;;BN|Bendrijos
        LT;K4GR;;BI|Biudžetinės įstaigos
        LT;KWBA;;VS|Viešosios įstaigos
        LT;LUGM;;KO|Kooperatinės bendrovės (kooperatyvai)
        LT;LUOA;;KB|Komanditinės ūkinės bendrijos
        LT;NVPY;;PDB|Privačių detektyvų bendrijos
        LT;Q4A3;;PER|Prekybos, pramonės ir amatų rūmai
        LT;Q8UI;;NA|Nuolatinės arbitražo institucijos
        LT;QG9Y;;SD|Sodininkų bendrijos
        LT;QRXD;;ETBG|Europos teritorinio bendradarbiavimo grupės
        LT;SFK9;;CRC|Bendras valdymo ir pranešimų centras
        LT;UHNL;;ZUB|Žemės ūkio bendrovės
        LT;WQRG;;CB|Centrinis bankas
        LT;X8J8;;PP|Politinės partijos
        LT;YRXK;;SI|Savivaldybių įmonės
        CY;1MBR;;Άλλη νομική μορφή
        CY;233U;;Συνεταιρισμός
        CY;8BL9;;Ευρωπαϊκή Δημόσια Εταιρεία Περιορισμένης Ευθύνης
        CY;8VZ0;;Trust
        CY;BCF5;;Δημόσια Εταιρεία Περιορισμένης Ευθύνης με μετοχές
        CY;FV0K;;Eμπορική Επωνυμία
        CY;GLCH;;Σωματεία και Ιδρυμάτα
        CY;HIL6;;Αλλοδαπή Εταιρεία
        CY;I8RE;;Αυτοτελώς εργαζόμενος
        CY;INTY;;Εταιρεία Περιορισμένης Ευθύνης με εγγύηση, και που έχει μετοχικό κεφάλαιο
        CY;K9L6;;Ιδιωτική Εταιρεία Περιορισμένης Ευθύνης με μετοχές
        CY;MYKG;;Δημόσια Εταιρεία
        CY;P12B;;Ταμεία Προνοίας/ Συντάξεως
        CY;P5JT;;ΕΟΟΣ|Ευρωπαϊκός Όμιλος Οικονομικού Σκοπού
        CY;RCPI;;Ιδιωτική Εταιρεία
        CY;T1JS;;Οντότητες που διέπονται από το δημόσιο δίκαιο
        CY;U24X;;Συνεργατικά Πιστωτικά Ιδρύματα
        CY;W86L;;Εταιρεία Περιορισμένης Ευθύνης με εγγύηση, χωρίς μετοχικό κεφάλαιο
        MT;C061;public-limited;PLC|p.l.c.|P.L.C.|P.L.C|plc|Public Limited Liability Company|kumpanija pubblika
        MT;V89C;private-limited;Ltd|Ltd.|Limited|Private Limited Liability Company|kumpanija privata
        MT;3U3Y;;foundation
        MT;9QHJ;;government entity
        MT;BVJ0;;LP|limited partnership|Limited Partnership|L.P.|Partnership en commendite or limited partnership|Soċjetà in akkomandita jew soċjetà limitata
        MT;CR7N;;SE|European Company|Societas Europaea
        MT;DJ2D;;sole trader
        MT;F5X7;;cooperative
        MT;J4S1;;association
        MT;JOZN;;Partnership en nom collectif|soċjetà f’isem kollettiv
        MT;YB0U;;EEIG|European Economic Interest Grouping
        LI;7RRP;public-limited;AG|Aktiengesellschaft
        LI;Y8LH;private-limited;GmbH|Ges.m.b.H.|Gesellschaft mit beschränkter Haftung
        LI;12MV;;Kommanditaktiengesellschaft
        LI;1DGT;;Trust reg.|Treuunternehmen
        LI;1SOY;;SCE|Europäische Genossenschaft
        LI;32HC;;e.V.|Verein
        LI;4RPP;;Kollektivgesellschaft mit beschränkter Haftung
        LI;53QF;;Treuhänderschaft
        LI;ANSR;;KG|Kommanditgesellschaft
        LI;BBB8;;Kommanditärengesellschaft
        LI;BSZ8;;Stiftung
        LI;EV7F;;Einzelfirma
        LI;IF49;;eG|e.G.|e.Gen.|Genossenschaft
        LI;K98U;;EWIV|Europäische Wirtschaftliche Interessenvereinigung
        LI;NDID;;Kollektivgesellschaft
        LI;PZV3;;Gemeinderschaft
        LI;TMU1;;Anstalt
        LI;TV8Y;;Kollektivtreuhänderschaft
        LI;W6JC;;Personengesellschaft
        LI;WAK8;;SE|Europäische Gesellschaft
        IS;E4KB;public-limited;hf.|hf|ohf.|Hlutafélag
        IS;M8SS;private-limited;ehf.|ehf|Einkahlutafélag
        IS;2OJP;;slhf.|Samlagshlutafélag
        IS;8T79;;slf.|Samlagsfélag
        IS;CMHQ;;SE|Evrópufélag
        """
}
