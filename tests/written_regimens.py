"""Doses as registers write them, in our own words, with what a careful reader finds in them.

Each set was written, with its answers, before the grammar had read any of it. A course is (total, fractions, fraction
size), then perhaps phase and technique; a pair is a range.
"""

# fmt: off
STATEMENTS = [
    ("Radiotherapy: IMRT is used, 95%PGTV 60Gy/2.14Gy/28f, 95%PTV 50.4Gy/1.8Gy/28f, 5 times per week.", [(60, 28, 2.14), (50.4, 28, 1.8)]),
    ("Neoadjuvant radiotherapy with a total dose of 41.4Gy, 1.8Gy per time, 23 times in total, 5 days per week.", [(41.4, 23, 1.8)]),
    ("The prescription dose is DT 40Gy/20f/4w, starting on d1 of chemotherapy.", [(40, 20, None)]),
    ("Radiation dose: 50.4Gy, 1.8Gy/d, five days a week, totally 28 fractions.", [(50.4, 28, 1.8)]),
    ("Thoracic radiotherapy 60Gy in 30 fractions concurrent with weekly paclitaxel 50mg/m2 and carboplatin AUC 2.", [(60, 30, None)]),
    ("PGTVp: 59.92Gy/28Fx (2.14Gy/Fx); PTV: 50.4Gy/28Fx (1.8Gy/Fx).", [(59.92, 28, 2.14), (50.4, 28, 1.8)]),
    ("PTV-G 59.4Gy and PTV-C 50.4Gy were delivered in 28 fractions with simultaneous integrated boost.", [(59.4, 28, None, 'boost'), (50.4, 28, None)]),
    ("low-dose radiotherapy (LDRT) 4Gy/2f on d1-2 of each cycle", [(4, 2, None, 'ldrt')]),
    ("LDRT: 1 Gy x 2 fractions, SBRT: 8 Gy x 3 fractions to one lesion", [(None, 2, 1, 'ldrt'), (None, 3, 8, 'sbrt')]),
    ("SBRT 30-50Gy in 5 fractions for every metastatic lesion", [((30, 50), 5, None, 'sbrt')]),
    ("For patients with oligometastases, SBRT (BED10 >= 60Gy) such as 8Gy*5f or 5Gy*10f is recommended.", [(None, 5, 8, 'sbrt'), (None, 10, 5, 'sbrt')]),
    ("Brachytherapy 5 Gy x 2 at 0.5 cm depth one week after external beam RT of 50 Gy/25 fr", [(None, 2, 5, 'brachytherapy'), (50, 25, None)]),
    ("Pre-operative CRT: 40 Gy in 20 fractions with cisplatin and 5-FU; definitive CRT: 60 Gy in 30 fractions.", [(40, 20, None), (60, 30, None)]),
    ("Radiotherapy will be given 1.5 Gy BID to a total of 45 Gy in 3 weeks", [(45, None, 1.5)]),
    ("hyperfractionated RT (1.2 Gy bid, 69.6 Gy total)", [(69.6, None, 1.2)]),
    ("Radiotherapy: DT=5040cGy/28F, qd, d1-5/w", [(50.4, 28, None)]),
    ("irradiation dose 50~54 Gy/25~30 times/5~6 weeks", [((50, 54), (25, 30), None)]),
    ("a total dose of 50.4Gy (1.8Gy each fraction, 28 fractions)", [(50.4, 28, 1.8)]),
    ("intensity modulated radiotherapy, 2.0Gy/fraction/day, 5 fractions/week, total 60 Gy", [(60, None, 2)]),
    ("Radiation was given in twenty-five fractions of 1.8 Gy, total 45 Gy.", [(45, 25, 1.8)]),
    ("five weekly fractions of 1.8 Gy up to a total dose of 50.4 Gy", [(50.4, None, 1.8)]),
    ("50 Gy over five weeks", [(50, None, None)]),
    ("Dose level 1: 40Gy/20f; dose level 2: 44Gy/22f; dose level 3: 50Gy/25f", [(40, 20, None), (44, 22, None), (50, 25, None)]),
    ("Arm A: 50 Gy in 25 fractions\nArm B: 60 Gy in 30 fractions", [(50, 25, None), (60, 30, None)]),
    ("Patients in the high dose group receive 59.4Gy/33f while patients in the standard dose group receive 50.4Gy/28f.", [(59.4, 33, None), (50.4, 28, None)]),
    ("total dose 50.4 Gy (41.4 Gy to the elective volume followed by a boost of 9 Gy)", [(41.4, None, None), (9, None, None, 'boost')]),
    ("The elective field receives 40 Gy in 20 fractions, then the boost field receives 20 Gy in 10 fractions (60 Gy total).", [(40, 20, None), (20, 10, None, 'boost')]),
    ("Participants receive 60 Gy in 30 fractions; the first 46 Gy in 23 fractions include elective nodes.", [(60, 30, None), (46, 23, None)]),
    ("RT: GTV 60 Gy/30 fractions, CTV 54Gy/30 fractions once daily, Monday to Friday", [(60, 30, None), (54, 30, None)]),
    ("PTV1 50 Gy / 25 fx, PTV2 60 Gy / 30 fx (sequential boost of 10 Gy / 5 fx)", [(50, 25, None), (10, 5, None, 'boost')]),
    ("Radiotherapy for primary tumor: 2Gy*25f; for metastases: 6Gy*5f", [(None, 25, 2), (None, 5, 6)]),
    ("Consolidative radiotherapy to residual disease 45Gy/15Fx or 30Gy/5Fx.", [(45, 15, None), (30, 5, None)]),
    ("SBRT: 24Gy/1F, 27Gy/3F or 35Gy/5F", [(24, 1, None), (27, 3, None), (35, 5, None)]),
    ("single dose 8Gy", [(8, 1, None)]),
    ("Palliative RT (20Gy in 5 or 30Gy in 10 fractions)", [(20, 5, None), (30, 10, None)]),
    ("8 Gy in 1, 20 Gy in 5 or 30 Gy in 10 fractions", [(8, 1, None), (20, 5, None), (30, 10, None)]),
    ("RT 30 Gy/10 fr/2 wk", [(30, 10, None)]),
    ("Whole brain radiotherapy 3 Gy × 10", [(None, 10, 3)]),
    ("PCI 25Gy/10F", [(25, 10, None, 'pci')]),
    ("prophylactic cranial irradiation of 25 Gy in ten daily fractions", [(25, 10, None, 'pci')]),
    ("TBI 12 Gy in 6 fractions over 3 days", [(12, 6, None, 'tbi')]),
    ("fractionated TBI (2 Gy twice daily on days -6, -5 and -4; total 12 Gy)", [(12, None, 2, 'tbi')]),
    ("HDR brachytherapy 7 Gy x 4 (28 Gy) after EBRT 45 Gy in 25 fractions", [(28, 4, 7, 'brachytherapy'), (45, 25, None)]),
    ("intraoperative electron radiotherapy 10 Gy followed by EBRT 50 Gy in 2 Gy fractions", [(10, None, None, 'other'), (50, None, 2)]),
    ("proton beam therapy 66 GyE in 10 fractions for peripheral and 72.6 GyE in 22 fractions for central tumors", [(66, 10, None), (72.6, 22, None)]),
    ("carbon ion radiotherapy at 50.4 Gy(RBE) in 12 fractions", [(50.4, 12, None)]),
    ("43.2 Gy [RBE] in 12 fractions within 3 weeks", [(43.2, 12, None)]),
    ("60 cobalt gray equivalents in 15 fractions", [(60, 15, None)]),
    ("6000 rads in 30 fractions over six weeks", [(60, 30, None)]),
    ("5,040 cGy at 180 cGy per fraction", [(50.4, None, 1.8)]),
    ("45-50.4 Gy, in 1.8-Gy fractions", [((45, 50.4), None, 1.8)]),
    ("46.0 Grays in 23 fractions", [(46, 23, None)]),
    ("radiotherapy dose of 50 to 50.4 Gy in 25 to 28 fractions", [((50, 50.4), (25, 28), None)]),
    ("Radiotherapy will start within 2 weeks and consists of 23 fractions of 1.8 Gy, 5 fractions per week.", [(None, 23, 1.8)]),
    ("The patients will receive 41.4 Gy (23 x 1.8 Gy) with weekly carboplatin (AUC 2) and paclitaxel (50 mg/m2), i.e. CROSS", [(41.4, 23, 1.8)]),
    ("CROSS regimen (carboplatin AUC 2, paclitaxel 50 mg/m2 weekly x 5, 23 fractions of 1.8 Gy)", [(None, 23, 1.8)]),
    ("radiation 1.8 Gy/day, 5 days/week, 5.5 weeks, total 50.4 Gy", [(50.4, None, 1.8)]),
    ("External-beam radiation at a total dose of 30Gy in 12 fractions over 2.5 weeks", [(30, 12, None)]),
    ("short-course radiotherapy 5 × 5 Gy", [(None, 5, 5)]),
    ("SCRT (25Gy/5f, d1-d5)", [(25, 5, None)]),
    ("hypofractionated RT, 4 Gy/f, 10 f", [(None, 10, 4)]),
    ("hypo-RT 40Gy, 4Gy/fraction, QOD", [(40, None, 4)]),
    ("5Gy×5f QOD followed by camrelizumab 200 mg q3w", [(None, 5, 5)]),
    ("Radiotherapy 24Gy in 3 daily fractions of 8 Gy", [(24, 3, 8)]),
    ("patients undergo radiotherapy once daily 5 days a week for 5 weeks (25 fractions, 50 Gy)", [(50, 25, None)]),
    ("IMRT: planned dose 54 Gy (27 × 2.0 Gy)", [(54, 27, 2)]),
    ("RT 2Gy qd 5 days/week x 5 weeks", [(None, None, 2)]),
    ("a dose of 50 Gy in 20 fractions (4 weeks) versus 36 Gy in 6 weekly fractions", [(50, 20, None), (36, 6, None)]),
    ("Group 1 receives 20 Gy/5 f and group 2 receives 36 Gy/12 f.", [(20, 5, None), (36, 12, None)]),
    ("Radiotherapy dose of PTV: 45.0-50.4Gy/25-28f, 1.8Gy/f", [((45, 50.4), (25, 28), 1.8)]),
    ("GTV 2.1–2.2Gy/F × 28F, CTV 1.8 Gy/F × 28 F", [(None, 28, (2.1, 2.2)), (None, 28, 1.8)]),
    ("Concurrent radiotherapy (50-50.4Gy, 25-28 fractions)", [((50, 50.4), (25, 28), None)]),
    ("Radiotherapy is performed at a dose of 1.8~2.0Gy/time, 5 times/week, and the total dose is 50~60 Gy.", [((50, 60), None, (1.8, 2))]),
    ("Prescribed dose: PTV: 41.4 Gy in 23 fractions for 4.6 weeks", [(41.4, 23, None)]),
    ("conventional fractionation of 2Gy, five times a week, 66Gy total", [(66, None, 2)]),
    ("Radiation therapy: total 66 Gy, daily dose 2 Gy, from Monday to Friday", [(66, None, 2)]),
    ("Radiotherapy 64.8 Gy/36 fractions (INT 0123 arm) or 50.4 Gy/28 fractions", [(64.8, 36, None), (50.4, 28, None)]),
    ("The radiation fraction size will be 2 Gy and the total dose will be 40 Gy.", [(40, None, 2)]),
    ("Fraction dose 3 Gy, 13 fractions, total dose 39 Gy", [(39, 13, 3)]),
    ("number of fractions: 15, total dose: 40.05 Gy", [(40.05, 15, None)]),
    ("Dose/fractionation: 50.4 Gy/28", [(50.4, 28, None)]),
    ("60 Gy / 30 # over 6 weeks", [(60, 30, None)]),
    ("45 Gy @ 1.8 Gy per fraction", [(45, None, 1.8)]),
    ("1.8Gy QD*28", [(None, 28, 1.8)]),
    ("95%PTV：DT 50.4Gy／28次", [(50.4, 28, None)]),
    ("放疗剂量 50Gy/25次", [(50, 25, None)]),
    ("Radiation: 2.0 Gy per fraction x 20-23 fractions", [(None, (20, 23), 2)]),
    ("RT (30 fractions; 2.0 Gy/fraction; total dose = 60 Gy)", [(60, 30, 2)]),
    ("radiation therapy, 28 sessions of 180 cGy", [(None, 28, 1.8)]),
    ("concomitant boost: 1.8 Gy daily to the large field and 1.5 Gy as a second daily fraction for the last 12 days, total 72 Gy", [(None, None, 1.8), (None, None, 1.5), (72, None, None)]),
    ("simultaneous modulated accelerated RT: 2.2 Gy × 28 to GTV", [(None, 28, 2.2)]),
    ("Radiotherapy (3D-CRT) 50 Gy to the tumor bed and regional nodes, 2 Gy/fraction, 5 fractions/week, 5 weeks", [(50, None, 2)]),
    ("post-operative RT of 50.4-54 Gy with 1.8-2.0 Gy per fraction", [((50.4, 54), None, (1.8, 2))]),
    ("Adjuvant radiotherapy 45Gy in 25 fractions plus boost 5.4-9 Gy in 3-5 fractions in R1 patients", [(45, 25, None), ((5.4, 9), (3, 5), None, 'boost')]),
    ("radiotherapy of 54 Gy (or 45 Gy if the stomach lies in the field)", [(54, None, None), (45, None, None)]),
    ("Salvage chemoradiation: 60 Gy for radiotherapy-naive nodes, 50 Gy for re-irradiation", [(60, None, None), (50, None, None)]),
    ("48-60 Gy in 24-30 fractions over 5-6 weeks", [((48, 60), (24, 30), None)]),
    ("thoracic RT 45 Gy BID (30 fractions over 3 weeks)", [(45, 30, None)]),
    ("TRT 30 Gy in 10 fractions or 45 Gy in 15 fractions per investigator", [(30, 10, None), (45, 15, None)]),
    ("Radiation at 180cGy/day x28 days (5040 cGy)", [(50.4, None, 1.8)]),
    ("chemoradiation with 1.8 Gy × 25 + 1.8 Gy × 3 boost", [(None, 25, 1.8), (None, 3, 1.8, 'boost')]),
    ("SRS of 18 Gy, 20 Gy or 24 Gy in one fraction depending on size", [(18, 1, None), (20, 1, None), (24, 1, None)]),
    ("radiosurgery: 21 Gy (single fraction) or 27 Gy (three fractions)", [(21, 1, None), (27, 3, None)]),
    ("Stereotactic radiotherapy 12 Gy × 4 (peripheral) or 7.5 Gy × 8 (central)", [(None, 4, 12), (None, 8, 7.5)]),
    ("Radiation Therapy 70 Gy/33-35 fractions, 5 times weekly, PGTVnx", [(70, (33, 35), None)]),
    ("PTVnx 70Gy, PTVnd 66Gy, PTV1 60Gy, PTV2 54Gy in 33 fractions", [(70, 33, None), (66, 33, None), (60, 33, None), (54, 33, None)]),
    ("the prescribed doses were 68-70 Gy to GTVnx, 60-62 Gy to CTV1, and 54-56 Gy to CTV2 in 30-33 fractions", [((68, 70), (30, 33), None), ((60, 62), (30, 33), None), ((54, 56), (30, 33), None)]),
    ("in the experimental arm the dose is reduced to 36 Gy in 20 fractions of 1.8 Gy", [(36, 20, 1.8)]),
    ("Low-dose whole lung irradiation 1.5 Gy in one fraction", [(1.5, 1, None)]),
    ("splenic irradiation, 5 Gy in 0.5 Gy fractions", [(5, None, 0.5)]),
    ("orthovoltage 3 x 1 Gy for 3 weeks", [(None, 3, 1)]),
    ("Concurrent: RT 50.4 Gy in 28 fr + cisplatin 75 mg/m2 d1, d29 + 5-FU 1000 mg/m2 d1-4, d29-32", [(50.4, 28, None)]),
    ("EBRT 50 Gy/25 fractions/5 weeks followed by 3 fractions of HDR brachytherapy of 4 Gy each", [(50, 25, None), (None, 3, 4, 'brachytherapy')]),
    ("Radiotherapy to 50 Gy. Boost to gross disease up to 60-66 Gy allowed.", [(50, None, None), ((60, 66), None, None, 'boost')]),
    ("radical radiotherapy (≥50Gy) concurrent with S-1", [(50, None, None)]),
    ("radiotherapy with a dose not less than 45 Gy", [(45, None, None)]),
    ("Lung V20 ≤ 28%, mean lung dose < 17 Gy, spinal cord Dmax < 45 Gy, heart V40 < 40%.", []),
    ("Spinal cord ≤45Gy; heart V30<40%; both lungs V5<60%; the liver V30 < 30%", []),
    ("Patients who had received thoracic radiotherapy of more than 40 Gy are excluded.", []),
    ("In the RTOG 85-01 trial, 50 Gy with chemotherapy gave a 5-year survival of 26%.", []),
    ("Previous studies demonstrated that doses of 40 Gy induce immunogenic cell death.", []),
    ("BED of 100 Gy or more was associated with better control in earlier reports.", []),
    ("Mean dose to the parotid below 26 Gy", []),
    ("administer 7.4 GBq of 177Lu every 6 weeks, kidney absorbed dose limited to 23 Gy", []),
    ("blood products are irradiated with 25 Gy before transfusion", []),
    ("mitomycin C 10 mg/m2 and 2 g/day of capecitabine", []),
    ("V20 Gy < 30 %, V30 Gy < 20 %", []),
    ("cells are irradiated at 40 Gy before injection", []),
    ("Radiotherapy: 2 Gy/day, 5 days/week, total 60 Gy/30 fr/6 weeks", [(60, 30, 2)]),
    ("Chemoradiotherapy (5-FU 700 mg/m2 day 1-4, 29-32; CDDP 70 mg/m2 day 1, 29; RT 41.4 Gy/23 fr)", [(41.4, 23, None)]),
    ("RT 50.4Gy (1.8Gy x 28 times)", [(50.4, 28, 1.8)]),
    ("Irradiation of 66 Gy, 2 Gy per fraction, 33 fractions, conventional field", [(66, 33, 2)]),
    ("Carbon-ion RT: 55.2 GyE/16 fr/4 weeks", [(55.2, 16, None)]),
    ("proton beam 70.4 GyRBE/32fr", [(70.4, 32, None)]),
    ("Hypofractionated radiotherapy 25 Gy/5 fractions for elderly glioblastoma compared with 40 Gy/15 fractions", [(25, 5, None), (40, 15, None)]),
    ("dose fractionation; 42 Gy in 4 fractions (D95 prescription)", [(42, 4, None)]),
    ("EBRT 50Gy/25#/5weeks @ 2Gy/# followed by ICBT 7Gy x 3#", [(50, 25, 2), (None, 3, 7, 'brachytherapy')]),
    ("Radiotherapy dose of 30 Gy in 10 fractions over 2 weeks (3Gy per fraction,5 days in a week) by cobalt-60 machine", [(30, 10, 3)]),
    ("8 Gy single fraction on day 0, 7 and 21 (0-7-21 regimen)", [(8, 1, None)]),
    ("Intervention1: Hypofractionated RT: 35 Gy in 15 fractions over 3 weeks; Control: 60 Gy in 30 fractions over 6 weeks", [(35, 15, None), (60, 30, None)]),
    ("Tab capecitabine 825 mg/m2 BD on days of RT, RT dose 50.4 Gy in 28#", [(50.4, 28, None)]),
    ("Inj cisplatin 40mg/m2 weekly x 6 with radiation 70Gy/35#", [(70, 35, None)]),
    ("total dose - 40 Gy, dose/fraction - 2.67 Gy, no. of fractions - 15", [(40, 15, 2.67)]),
    ("6 Gy per fraction once weekly for 5 weeks (30 Gy in 5 fractions)", [(30, 5, 6)]),
    ("26Gy/5#/1week vs 40Gy/15#/3weeks", [(26, 5, None), (40, 15, None)]),
    ("radiation 25 x 2 Gy (total 50 Gy)", [(50, 25, 2)]),
    ("Radiochimiothérapie : 50 Gy en 25 fractions, 5 FU-cisplatine", [(50, 25, None)]),
    ("Strahlentherapie 50,4 Gy (28 x 1,8 Gy)", [(50.4, 28, 1.8)]),
    ("radioterapia 45 Gy en 25 fracciones de 1,8 Gy", [(45, 25, 1.8)]),
    ("radiotherapy (23x1.8Gy) combined with carboplatin/paclitaxel", [(None, 23, 1.8)]),
    ("a single dose of 8 Gy versus 5 x 4 Gy", [(8, 1, None), (None, 5, 4)]),
    ("Bestralingsdosis 41,4 Gy in 23 fracties van 1,8 Gy", [(41.4, 23, 1.8)]),
    ("stereotactic body radiotherapy (3 x 18 Gy, 5 x 11 Gy or 8 x 7.5 Gy)", [(None, 3, 18, 'sbrt'), (None, 5, 11, 'sbrt'), (None, 8, 7.5, 'sbrt')]),
    ("Radiotherapy group: PGTV 2.1Gy×30=63Gy, PTV 1.8Gy×30=54Gy", [(63, 30, 2.1), (54, 30, 1.8)]),
    ("95% PGTVtb 50Gy/25Fx; 95%PGTVnd 50Gy/25Fx; 95%PTV 45Gy/25Fx", [(50, 25, None), (50, 25, None), (45, 25, None)]),
    ("Dose of radiotherapy: DT 60Gy/30F, 2 Gy/F, 5F/W", [(60, 30, 2)]),
    ("radiotherapy dose:50Gy-60Gy,1.8-2.0Gy/f,25-30f", [((50, 60), (25, 30), (1.8, 2))]),
    ("DT6000cGy/30f", [(60, 30, None)]),
    ("total radiation dose of PTV was 5040cGy, 180cGy per time, 28 times", [(50.4, 28, 1.8)]),
    ("the total dose of radiotherapy is 40-44Gy, 2Gy each time, 5 times a week, for 20-22 times", [((40, 44), (20, 22), 2)]),
    ("LDRT:1Gy/f,qd,d1-d4", [(None, None, 1, 'ldrt')]),
    ("SBRT 6-8Gy*5F", [(None, 5, (6, 8), 'sbrt')]),
    ("radiotherapy, 3Gy*10f/5Gy*5f", [(None, 10, 3), (None, 5, 5)]),
    ("Hypo-fractionated radiotherapy (8-10Gy per time, 3-5 times in total)", [(None, (3, 5), (8, 10))]),
    ("GTV-boost: 4Gy x 3f/w1, 5Gy x 3f/w4", [(None, 3, 4), (None, 3, 5)]),
    ("Induction immunotherapy followed by RT (PTV: DT45-50Gy/25F/5W; PGTV: DT 55-60Gy/25F/5W)", [((45, 50), 25, None), ((55, 60), 25, None)]),
    ("P-GTV: 60.2Gy/28 times, P-CTV: 50.4 Gy/28 times", [(60.2, 28, None), (50.4, 28, None)]),
    ("esophageal tumor 56-60 Gy / 28-30 times; lymphatic drainage area 50.4-54 Gy / 28-30 times", [((56, 60), (28, 30), None), ((50.4, 54), (28, 30), None)]),
    ("Radiation dose of Arm A 59.4Gy/33F and Arm B 50.4Gy/28F.", [(59.4, 33, None), (50.4, 28, None)]),
    ("50Gy/20f,2.5Gy/f,5f/w", [(50, 20, 2.5)]),
    ("Dose escalation: 50Gy/10f→60Gy/10f→70Gy/10f", [(50, 10, None), (60, 10, None), (70, 10, None)]),
    ("whole brain 40Gy/20f plus 10Gy/5f local boost", [(40, 20, None), (10, 5, None, 'boost')]),
    ("95％PTV：1.8Gy＊25f＝45Gy", [(45, 25, 1.8)]),
    ("radiotherapy (5 x 5Gy, short course) on days 1 to 5", [(None, 5, 5)]),
    ("Patients undergo EBRT QD 5 days a week for 5.5 weeks (total 28 fractions, 50.4 Gy).", [(50.4, 28, None)]),
    ("Radiation therapy to a total dose of 5,040 cGy in 28 fractions", [(50.4, 28, None)]),
    ("radiation 1.8 Gy per fraction M-F x 28 fractions", [(None, 28, 1.8)]),
    ("Patients undergo hypofractionated RT over 15 fractions (40.05 Gy) daily.", [(40.05, 15, None)]),
    ("intensity-modulated radiation therapy (IMRT) in 33 fractions of 2.0 Gy for a total of 66 Gy", [(66, 33, 2)]),
    ("SBRT (27 Gy in 3 fractions, 30 Gy in 3 fractions, or 33 Gy in 3 fractions)", [(27, 3, None), (30, 3, None), (33, 3, None)]),
    ("SBRT at 9 Gy, 10 Gy or 12 Gy per fraction x 3 fractions", [(None, 3, 9), (None, 3, 10), (None, 3, 12)]),
    ("Level 1: 6 Gy × 3; level 2: 8 Gy × 3; level 3: 10 Gy × 3", [(None, 3, 6), (None, 3, 8), (None, 3, 10)]),
    ("SABR will be given as 50 Gy in 4 or 5 fractions", [(50, (4, 5), None)]),
    ("30 Gy in 5 fractions (6 Gy/fraction) delivered every other day", [(30, 5, 6)]),
    ("total dose of 54-59.4 Gy delivered in 30-33 fractions at 1.8 Gy", [((54, 59.4), (30, 33), 1.8)]),
    ("Radiation: 45Gy/25Fx +/- 5.4Gy/3Fx boost", [(45, 25, None), (5.4, 3, None, 'boost')]),
    ("four fractions of 4 Gy delivered twice daily on two consecutive days", [(None, 4, 4)]),
    ("QUAD shot: 3.7 Gy BID x 2 days (14.8 Gy), repeated every 4 weeks", [(14.8, None, 3.7)]),
    ("a dose of 1.8 Gy will be delivered daily, 5 days per week, for 28 treatments (50.4 Gy)", [(50.4, 28, 1.8)]),
    ("60 Gy (2 Gy x 30)", [(60, 30, 2)]),
    ("once-daily 2-Gy fractions to a total dose of 60 Gy over 6 weeks", [(60, None, 2)]),
    ("APBI of 38.5 Gy in 10 fractions, twice daily over 5 days", [(38.5, 10, None)]),
    ("30 Gy in five once-daily fractions", [(30, 5, None)]),
    ("IORT 20 Gy to the tumour bed", [(20, None, None, 'other')]),
    ("Lutetium followed by EBRT 50 Gy/25 fractions", [(50, 25, None)]),
    ("HDR vaginal cuff brachytherapy: 3 fractions of 7 Gy at 0.5 cm depth or 6 fractions of 4 Gy to the surface", [(None, 3, 7, 'brachytherapy'), (None, 6, 4, 'brachytherapy')]),
    ("PCI with 25 Gy / 10 fractions or MRI surveillance", [(25, 10, None, 'pci')]),
    ("Consolidative thoracic RT (30 Gy in 10 fractions) and PCI (25 Gy in 10)", [(30, 10, None), (25, 10, None, 'pci')]),
    ("TLI 8 Gy in 10 fractions (0.8 Gy each) and ATG", [(8, 10, 0.8, 'tbi')]),
    ("TBI 13.2 Gy in 8 fractions (165 cGy twice daily for 4 days)", [(13.2, 8, 1.65, 'tbi')]),
    ("TBI 2 Gy single fraction on day 0", [(2, 1, None, 'tbi')]),
    ("low dose TBI (2-3 Gy)", [((2, 3), None, None, 'tbi')]),
    ("Total marrow irradiation escalated from 12 to 20 Gy in 2 Gy BID fractions", [((12, 20), None, 2, 'tbi')]),
    ("craniospinal irradiation 23.4 Gy with posterior fossa boost to 55.8 Gy", [(23.4, None, None), (55.8, None, None, 'boost')]),
    ("Spleen irradiation 10 Gy in 10 fractions", [(10, 10, None)]),
    ("total skin electron beam 36 Gy in 18 weeks, 2 Gy/cycle", [(36, None, None)]),
    ("whole abdominal radiotherapy 30 Gy in 1.5 Gy fractions", [(30, None, 1.5)]),
    ("involved-site RT of 30.6-36 Gy at 1.8 Gy per fraction", [((30.6, 36), None, 1.8)]),
    ("ISRT 24 Gy/12 fx vs 4 Gy/2 fx", [(24, 12, None), (4, 2, None)]),
    ("59.4 to 63 Gy, 1.8 Gy per fraction, 33 to 35 fractions", [((59.4, 63), (33, 35), 1.8)]),
    ("Radiation dose will be 64 - 66 Gy, conventional fractionation (1.8 - 2 Gy/d)", [((64, 66), None, (1.8, 2))]),
    ("thoracic radiotherapy (2 Gy per day, five times per week, total 60 to 66 Gy)", [((60, 66), None, 2)]),
    ("Radiotherapy, dose between 50 and 60 Gy", [((50, 60), None, None)]),
    ("50.4 Gray (Gy) in 28 fractions given over 5.5 weeks", [(50.4, 28, None)]),
    ("50.4Gy over 28 days (1.8Gy per day)", [(50.4, None, 1.8)]),
    ("45-50.4 Gy total, in 25-28 daily fractions of 180 cGy", [((45, 50.4), (25, 28), 1.8)]),
    ("radiation dose 1: 20Gy/10f, dose 2: 30Gy/10f, dose 3: 40Gy/10f", [(20, 10, None), (30, 10, None), (40, 10, None)]),
    ("5 fractions of 7 Gy (35 Gy) on gross tumor and 5 fractions of 5 Gy (25 Gy) on the nodes", [(35, 5, 7), (25, 5, 5)]),
    ("tumour dose 5000-6000 cGy over 5-6 weeks", [((50, 60), None, None)]),
    ("3500 rad in 15 fractions", [(35, 15, None)]),
    ("Treatment consists of 60 Gy. Fractions of 2 Gy are delivered daily. A total of 30 fractions is given.", [(60, 30, 2)]),
    ("Neoadjuvant chemoradiation: radiation (45 Gy), 5-FU (225 mg/m2/d CI), oxaliplatin (50 mg/m2/wk)", [(45, None, None)]),
    ("BID radiation (1.5 Gy/fx, 30 fx) with EP", [(None, 30, 1.5)]),
    ("keep the lung dose (V20Gy) below 25 %", []),
    ("heart mean dose should be kept under 20 Gy and cord max under 45 Gy", []),
    ("maximum point dose to the duodenum of 30 Gy in 5 fractions is accepted", []),
    ("Prior radiotherapy at 60 Gy or higher is not allowed.", []),
    ("no radiotherapy of more than 30 Gy to the lung within 6 months of study start", []),
    ("EQD2 of at least 60 Gy", []),
    ("to reach a BED10 of ≥72 Gy", []),
    ("A phase III study of Cooper et al. used 50 Gy plus PF and reported 27% 5-year OS.", []),
    ("It has been reported that 5 Gy x 5 has immunogenic effects.", []),
    ("dose rate 0.05-0.1 Gy/min", []),
    ("131I at 0.75 Gy whole body dose", []),
    ("irradiated (25 Gy) platelets only", []),
    ("weighing 60 g y", []),
    ("The threshold for tolerance of the small intestine is 45-50 Gy.", []),
    ("Radiotherapy: 95% PTV 4140cGy/23 times, 180 cGy each", [(41.4, 23, 1.8)]),
    ("PTV-C: 50.4Gy/28 fractions, 5 days per week. PTV-G: 59.36Gy/28 fractions, 5 days per week.", [(50.4, 28, None), (59.36, 28, None)]),
    ("IMRT (95%PTV 41.4Gy/1.8Gy/23f)", [(41.4, 23, 1.8)]),
    ("RT: 40-45 Gy/20-25f, 1.8-2.0 Gy/f, 5f/w, starts with the first cycle", [((40, 45), (20, 25), (1.8, 2))]),
    ("SIB-IMRT technique with 95% PTV: 1.8Gy/fx and 95% PGTV: 2.14Gy/fx for 28 fractions", [(None, 28, 1.8), (None, 28, 2.14)]),
    ("LDRT (PTV 1.6Gy/4f, 0.4 Gy × 4)", [(1.6, 4, 0.4, 'ldrt')]),
    ("LDRT 1Gy bid for 2 days, total 4 Gy", [(4, None, 1, 'ldrt')]),
    ("Thoracic radiation 50.4 Gy (IMRT 1.8 Gy × 28 fractions, 5 days per week)", [(50.4, 28, 1.8)]),
    ("radiotherapy (2.0 Gy/day, 5 days per week, for 6 weeks)", [(None, None, 2)]),
    ("involved-field irradiation 54 Gy in 30F (1.8 Gy/F)", [(54, 30, 1.8)]),
    ("total dose of 50.4 Gy will be given at 1.8 Gy per fraction in 28 fractions over 5.5 wks to the GTV and 45 Gy at 1.8 Gy per fraction in 25 fractions to the CTV", [(50.4, 28, 1.8), (45, 25, 1.8)]),
    ("95% PGTV 50-54Gy/25-27f, 95% PTV 45-48.6Gy/25-27f", [((50, 54), (25, 27), None), ((45, 48.6), (25, 27), None)]),
    ("GTVnd: DT60-66Gy/30F; CTV: DT54Gy/30F", [((60, 66), 30, None), (54, 30, None)]),
    ("Radiation therapy will consist of 25 treatments over 5 weeks, Monday through Friday.", []),
    ("one fraction of 12-16 Gy", [((12, 16), 1, None)]),
    ("EBRT of 2 Gy/fraction/day, 5 days/week, 50 Gy total", [(50, None, 2)]),
    ("RT 28 x 1.8", []),
    ("SBRT with 8 Gy per fraction for 3 fractions (BED ≥ 43 Gy)", [(None, 3, 8, 'sbrt')]),
    ("total radiation dose was 60~70Gy/6~7w", [((60, 70), None, None)]),
    ("intraluminal brachytherapy (600cGy/F, 2F, once a week)", [(None, 2, 6, 'brachytherapy')]),
    ("stent loaded with 125I seeds, matched peripheral dose 110-120 Gy", [((110, 120), None, None, 'brachytherapy')]),
    ("3.5 Gy x 10 = 35 Gy in 2 weeks", [(35, 10, 3.5)]),
    ("RT dose: 1.8 Gy × 23-28 f, total 41.4-50.4 Gy", [((41.4, 50.4), (23, 28), 1.8)]),
    ("Radiotherapy(40Gy/20F)+chemotherapy(TP)+tislelizumab", [(40, 20, None)]),
    ("concurrent chemoradiotherapy (CCRT): 50.4Gy,28f;cisplatin:25mg/m2,d1-3", [(50.4, 28, None)]),
    ("Conventional fractionated radiotherapy, 1.8-2.0 Gy/day, 25-28 times, cumulative dose of 45-50.4 Gy", [((45, 50.4), (25, 28), (1.8, 2))]),
    ("the radiation dose was DT: 45Gy in 20 fractions (2.25Gy/Fx)", [(45, 20, 2.25)]),
    ("EBRT (28 daily fractions; 50.4 Gy)", [(50.4, 28, None)]),
    ("60 Gy, 30 fractions, 6 weeks", [(60, 30, None)]),
    ("TRT (60 Gy, 2 Gy QD x 30; or 45 Gy, 1.5 Gy BID x 30)", [(60, 30, 2), (45, 30, 1.5)]),
    ("radiotherapy 2 Gy x 5 / week, total 46 Gy", [(46, None, 2)]),
    ("PTV60: 60Gy/30fx; PTV54: 54 Gy/30fx; boost if residual: 6Gy/3fx", [(60, 30, None), (54, 30, None), (6, 3, None, 'boost')]),
    ("30.6 Gy with a 10.8 Gy boost (total 41.4 Gy)", [(30.6, None, None), (10.8, None, None, 'boost')]),
    ("50.4 Gy (elective nodes) and 56 Gy (gross disease) delivered simultaneously in 28 fractions", [(50.4, 28, None), (56, 28, None)]),
    ("33 x 1.8 Gy (59.4 Gy) to the PTV, SIB 33 x 2.0 Gy (66 Gy) to the GTV", [(59.4, 33, 1.8), (66, 33, 2)]),
    ("Radiotherapy dose reduction to 40 Gy (20 fractions) for ctDNA-negative patients, standard 60 Gy (30 fractions) for the others", [(40, 20, None), (60, 30, None)]),
    ("54Gy in 27# or 55Gy in 25#", [(54, 27, None), (55, 25, None)]),
    ("single-fraction SBRT (24 Gy) or 3-fraction SBRT (27-36 Gy)", [(24, 1, None), ((27, 36), 3, None)]),
    ("5-fraction regimen of 35-40 Gy", [((35, 40), 5, None)]),
    ("a 10-fraction course of 30 Gy", [(30, 10, None)]),
    ("in 5 fractions, 25 Gy to the pelvis and 35 Gy to the tumour", [(25, 5, None), (35, 5, None)]),
    ("ultra-hypofractionated radiotherapy (26 Gy, 5 fractions) with or without boost (29 Gy SIB)", [(26, 5, None), (29, None, None, 'boost')]),
    ("Radiation: total 44 Gy in 22 fractions over 4.5 weeks (2 Gy/fraction/day, 5 days per week)", [(44, 22, 2)]),
    ("Dose: 30Gy. Fractions: 10. Duration: 2 weeks.", [(30, 10, None)]),
    ("PORT with 50.4 Gy/28 f if R0 and 60 Gy/30 f if R1/R2", [(50.4, 28, None), (60, 30, None)]),
    ("the chemoradiation consists of 1.8 Gy daily to a dose of 45 Gy, followed by a conedown of 5.4 Gy", [(45, None, 1.8), (5.4, None, None, 'boost')]),
    ("WBRT 20 Gy in 5 daily fractions of 4 Gy", [(20, 5, 4)]),
    ("radiosurgery 15-24 Gy according to size", [((15, 24), None, None)]),
    ("Gamma knife 50% isodose 14 Gy", [(14, None, None)]),
    ("39 Gy in 13 fractions, four times a week", [(39, 13, None)]),
    ("pelvic radiotherapy 46.8 Gy/26", [(46.8, 26, None)]),
    ("Proton therapy: 50.4 Gy (RBE)/28 fx vs IMRT: 50.4 Gy/28 fx", [(50.4, 28, None), (50.4, 28, None)]),
    ("dose of 2-2.2 Gy per fraction, total 60-66 Gy, 30 fractions", [((60, 66), 30, (2, 2.2))]),
    ("50 to 60 Gray (Gy) is given in 1.8 to 2.0 Gy per fraction", [((50, 60), None, (1.8, 2))]),
    ("5000 cGy in 25 daily treatments of 200 cGy", [(50, 25, 2)]),
    ("25 treatments to a total of 4500 cGy", [(45, 25, None)]),
    ("a total of 28 fractions, 1.8 Gy each", [(None, 28, 1.8)]),
    ("twenty-eight fractions of 1.8 Gy", [(None, 28, 1.8)]),
    ("thirty-three fractions to 66 Gy", [(66, 33, None)]),
    ("radiation therapy: 180 cGy/fx, 28 fx, 5 fx/wk", [(None, 28, 1.8)]),
    ("1.5-Gy fractions twice daily (at least 6 hours apart) to 45 Gy", [(45, None, 1.5)]),
    ("Radiotherapy, 2.75 Gy/fraction, 20 fractions, 55 Gy", [(55, 20, 2.75)]),
    ("radiotherapy 4 Gy/ 5 fractions", [(4, 5, None)]),
    ("RT 1,8 Gy/j, 5 j/semaine, 50,4 Gy", [(50.4, None, 1.8)]),
    ("Dosis total 45 Gy, 1,8 Gy/fracción", [(45, None, 1.8)]),
    ("10 Gy in 2 fractions on days 1 and 8", [(10, 2, None)]),
    ("6 Gy weekly x 5", [(None, 5, 6)]),
    ("on days 1, 3, 5, 8 and 10, 7 Gy each (35 Gy)", [(35, None, 7)]),
    ("Patients are allocated to one fraction of 10 Gy, to 25 Gy in five fractions, or to supportive care.", [(10, 1, None), (25, 5, None)]),
    ("The nodal basin gets 26 Gy in 5 fractions; the scar gets 6 Gy more in a single fraction as a boost.", [(26, 5, None), (6, 1, None, 'boost')]),
    ("Level A: 36 GyE (12 x 3); level B: 40.5 GyE (12 x 3.375)", [(36, 12, 3), (40.5, 12, 3.375)]),
    ("Fractions of 3 Gy are delivered every weekday for three weeks, which makes 45 Gy.", [(45, None, 3)]),
    ("Whole breast 42.56 Gy/16 fx, with a tumour bed boost of 10 Gy/4 fx where the patient is under 50 years", [(42.56, 16, None), (10, 4, None, 'boost')]),
    ("A daily dose of 2 Gy is given up to 44 Gy, after which the field is reduced and a further 16 Gy are given in 8 fractions.", [(44, None, 2), (16, 8, None)]),
    ("Hemithoracic IMRT: 50 Gy in 25; resection followed within 8 weeks", [(50, 25, None)]),
    ("MRI-linac treatment, 5 x 8 Gy on alternate days to the pancreatic tumour", [(None, 5, 8)]),
    ("All visible lesions receive 3 fractions of 9 Gy; lesions near the bowel receive 5 fractions of 6.6 Gy.", [(None, 3, 9), (None, 5, 6.6)]),
    ("Priming radiotherapy of 0.5 Gy twice daily on days 1 and 2 of every cycle", [(None, None, 0.5)]),
    ("chemoradiation (28 daily fractions of 180 cGy, 5040 cGy in all)", [(50.4, 28, 1.8)]),
    ("Group 1: 4 Gy in 2 daily fractions of 2 Gy to the orbit. Group 2: 24 Gy in 12 daily fractions of 2 Gy.", [(4, 2, 2), (24, 12, 2)]),
    ("RT 30 Gy/10 F or, in good performance status, 39 Gy/13 F", [(30, 10, None), (39, 13, None)]),
    ("The dose prescribed to the 80 % isodose is 21 Gy for lesions below 2 cm in one session.", [(21, 1, None)]),
    ("two sittings of 7.5 Gy each of intraluminal brachytherapy, one week apart", [(None, 2, 7.5, 'brachytherapy')]),
    ("short-course radiotherapy (25 Gy/5 fractions/1 week) then six cycles of CAPOX", [(25, 5, None)]),
    ("Craniospinal axis 23.4 Gy (13 fractions), posterior fossa to 54 Gy (30 fractions)", [(23.4, 13, None), (54, 30, None)]),
    ("SABR of 54 Gy in 3, 50 Gy in 5 or 60 Gy in 8 fractions depending on location", [(54, 3, None, 'sbrt'), (50, 5, None, 'sbrt'), (60, 8, None, 'sbrt')]),
    ("The prostate is treated with 36.25 Gy in five fractions, with 40 Gy to the CTV as integrated boost.", [(36.25, 5, None), (40, None, None, 'boost')]),
    ("Radiotherapy (total 59.4 Gy; 33 daily treatments) starts with cycle 3", [(59.4, 33, None)]),
    ("palliative irradiation, 3 Gy each time, 10 times", [(None, 10, 3)]),
    ("In the standard arm, 50 Gy in 25 fractions; in the reduced arm, 40 Gy in 20 fractions.", [(50, 25, None), (40, 20, None)]),
    ("dose of 1.5 Gy per fraction b.i.d., 30 fractions, 3 weeks, total of 45 Gy", [(45, 30, 1.5)]),
    ("Partial breast: 30 Gy in 5 once-daily fractions of 6 Gy over 2 weeks", [(30, 5, 6)]),
    ("Total marrow irradiation at 12, 15 or 18 Gy delivered twice daily over 4 days", [(12, None, None, 'tbi'), (15, None, None, 'tbi'), (18, None, None, 'tbi')]),
    ("preoperative radiotherapy with 50 Gy/25 fr, or 36 Gy/18 fr in retroperitoneal site if bowel is close", [(50, 25, None), (36, 18, None)]),
    ("Neck node levels at risk were given 56 Gy, the gross disease 70 Gy, both in 35 fractions.", [(56, 35, None), (70, 35, None)]),
    ("one 8-Gy fraction to the most painful site", [(8, 1, None)]),
    ("Lung tumours: SBRT, 12 Gy x 4; liver tumours: SBRT, 10 Gy x 5", [(None, 4, 12, 'sbrt'), (None, 5, 10, 'sbrt')]),
    ("thoracic irradiation of 1.8-2.0 Gy per day to 50-50.4 Gy in 25-28 days", [((50, 50.4), None, (1.8, 2))]),
    ("External beam 46 Gy in 23 fractions and three HDR insertions of 8 Gy", [(46, 23, None), (None, 3, 8, 'brachytherapy')]),
    ("Radiation dose shall be 6000 cGy (200 cGy x 30)", [(60, 30, 2)]),
    ("The eye plaque delivers 85 Gy to the apex.", [(85, None, None, 'brachytherapy')]),
    ("hypofractionated RT (2.5 Gy*20f, 4 weeks) to the primary tumor", [(None, 20, 2.5)]),
    ("Dose de-escalated arm: 54 Gy at 2 Gy per fraction in 27 fractions; conventional arm: 66 Gy at 2 Gy per fraction in 33 fractions", [(54, 27, 2), (66, 33, 2)]),
    ("a boost of two fractions of 2.5 Gy to the involved parametrium", [(None, 2, 2.5, 'boost')]),
    ("SBRT (24 Gy/3f) is preferred, conventional radiotherapy (30 Gy/10f) is allowed.", [(24, 3, None, 'sbrt'), (30, 10, None)]),
    ("Prophylactic cranial irradiation, 25 Gy in ten fractions, is offered to responders.", [(25, 10, None, 'pci')]),
    ("Radiotherapy begins on day 1 of cycle 2: 2.1 Gy × 30 = 63 Gy (GTV), 1.8 Gy × 30 = 54 Gy (CTV)", [(63, 30, 2.1), (54, 30, 1.8)]),
    ("Arm 1 receives 20 Gy in 4 fractions twice daily, arm 2 a single fraction of 8 Gy.", [(20, 4, None), (8, 1, None)]),
    ("The clinical target volume gets 45 Gy/25, and the gross volume is raised to 55 Gy/25 (SIB).", [(45, 25, None), (55, 25, None, 'boost')]),
    ("GTV: 2.2 Gy x 30 F; CTV: 1.8 Gy x 30 F; five times a week", [(None, 30, 2.2), (None, 30, 1.8)]),
    ("radical radiotherapy (either 55 Gy in 20 fractions over 4 weeks or 64 Gy in 32 fractions over 6.5 weeks)", [(55, 20, None), (64, 32, None)]),
    ("Re-irradiation with 1.2 Gy b.i.d. to 51 Gy", [(51, None, 1.2)]),
    ("LDRT to every visible metastasis: 0.5 Gy × 4 per cycle; SBRT to one lesion: 24 Gy / 3 F", [(None, 4, 0.5, 'ldrt'), (24, 3, None, 'sbrt')]),
    ("radiation therapy 45Gy (25 x 1.8Gy) plus capecitabine 825 mg/m2", [(45, 25, 1.8)]),
    ("Intraoperative radiotherapy of 10 Gy is added where margins are in doubt.", [(10, None, None, 'other')]),
    ("The first three patients are treated at 30 Gy in 3 fractions, the next at 36 Gy in 3 fractions.", [(30, 3, None), (36, 3, None)]),
    ("a hypofractionated course of 13 x 3 Gy", [(None, 13, 3)]),
    ("WBRT (10 × 3 Gy) versus observation", [(None, 10, 3)]),
    ("Radiotherapy is a total of 60 Gy delivered at five fractions per week, 2 Gy each.", [(60, None, 2)]),
    ("fractionated TBI 1320 cGy in 8 fractions over 4 days", [(13.2, 8, None, 'tbi')]),
    ("carbon ion radiotherapy 70.4 Gy (RBE) in 16 fractions over 4 weeks", [(70.4, 16, None)]),
    ("50.4 Gy; 1.8 Gy daily; Monday till Friday", [(50.4, None, 1.8)]),
    ("accelerated RT of 6 fractions per week, 66 Gy/33 fr", [(66, 33, None)]),
    ("The tumour will be given 20 Gy, 4 Gy per fraction, within one week.", [(20, None, 4)]),
    ("2400 cGy are given in three 800 cGy fractions.", [(24, 3, 8)]),
    ("SIB: 66 Gy/60 Gy/54 Gy in 30 fractions to high, intermediate and low risk volumes", [(66, 30, None), (60, 30, None), (54, 30, None)]),
    ("thoracic radiotherapy either 45 Gy (1.5 Gy BID, 30 fractions) or 60 Gy (2 Gy QD, 30 fractions)", [(45, 30, 1.5), (60, 30, 2)]),
    ("Brain metastases get 18 Gy × 1 or 9 Gy × 3 by radiosurgery.", [(None, 1, 18, 'sbrt'), (None, 3, 9, 'sbrt')]),
    ("Fractionation 5 × 5 Gy, boost up to 5 × 6 Gy on the gross tumour", [(None, 5, 5), (None, 5, 6)]),
    ("oesophageal brachytherapy, 12 Gy (single fraction)", [(12, 1, None, 'brachytherapy')]),
    ("At recurrence 40 Gy/20 f with weekly cisplatin is offered.", [(40, 20, None)]),
    ("Patients older than 75 years get 40 Gy in 16 fractions rather than 50 Gy in 25 fractions.", [(40, 16, None), (50, 25, None)]),
    ("dose per fraction 2.12 Gy, number of fractions 33, total 69.96 Gy", [(69.96, 33, 2.12)]),
    ("CRT with 54 Gy (30 fractions, 1.8 Gy, 6 weeks) and weekly docetaxel 20 mg/m2", [(54, 30, 1.8)]),
    ("Participants in remission get 12 fractions of 2.5 Gy, others 15 fractions of 2.5 Gy.", [(None, 12, 2.5), (None, 15, 2.5)]),
    ("external irradiation 40 Gy, intracavitary irradiation 6 Gy × 4", [(40, None, None), (None, 4, 6, 'brachytherapy')]),
    ("radiotherapy at 200 cGy per fraction for 25 fractions to the planning volume", [(None, 25, 2)]),
    ("Radiotherapy: once daily, 28 sessions, 50.4 Gray in total", [(50.4, 28, None)]),
    ("The dose was 3 Gy/fraction x 5 in week 1 and, unless progression, x 5 in week 3", [(None, 5, 3)]),
    ("Half-dose arm: 20-22 Gy/10-11 F; full-dose arm: 40-44 Gy/20-22 F", [((20, 22), (10, 11), None), ((40, 44), (20, 22), None)]),
    ("A mean dose of 50 Gy to the PTV in 25 fractions", [(50, 25, None)]),
    ("with an escalation of 5 Gy at each level from 50 Gy to 65 Gy", [((50, 65), None, None)]),
    ("The superior mediastinum receives 50.4 Gy in 28 fractions with the bed receiving 56 Gy.", [(50.4, 28, None), (56, None, None)]),
    ("FLASH radiotherapy: one shot of 8 Gy to up to three sites", [(8, 1, None)]),
    # Found on records of trial sites that nobody had looked at, and told anew
    ("Three boost schedules are compared: 3 sequential, homogeneous boost fractions of 4-6 Gy.", [(None, 3, (4, 6), 'boost')]),
    ("Chemotherapy is followed by surgery (DCF+RT41.4Gy).", [(41.4, None, None)]),
    ("Women are allotted to 600 cGy X 5 over a week (arm one) or to 850 cGy X 3 fractions on every other day.", [(None, 5, 6), (None, 3, 8.5)]),
    ("66-70 Gy to PTVp (Planning target volume of the primary tumour), 62-66 Gy to PTVn (planning target volume of the nodes),58- 60Gy to PTV1 (high-risk volume), and 52-54 Gy to PTV2 (low-risk volume) in 31-33 fractions", [((66, 70), (31, 33), None), ((62, 66), (31, 33), None), ((58, 60), (31, 33), None), ((52, 54), (31, 33), None)]),
    ("One treatment of 2.0 Gy daily, 5 days per week, for a total of 54.0 Gy.", [(54, None, 2)]),
    ("10 treatments/fractions of RT with 5.5 Gy delivered in each fraction", [(None, 10, 5.5)]),
    ("Protons: 46 Gy RBE in 23 fractions, then a cone down boost of 12-16 Gy in 6-8 fractions to the tumour; IMRT: 50-50.4 Gy in 25-28 fractions, 1.8-2 Gy a day", [(46, 23, None), ((12, 16), (6, 8), None, 'boost'), ((50, 50.4), (25, 28), (1.8, 2))]),
    ("Single dose SRS of the deposits (experimental arm) is in the range of 16-22 Gy.", [((16, 22), 1, None, 'sbrt')]),
    ("The size of each fraction starts from 2.6 Gy/f (20 times in total).", [(None, 20, 2.6)]),
    ("Radiotherapy: PTV50.4Gy/28Fx, PGTV-G61.6Gy/28Fx", [(50.4, 28, None), (61.6, 28, None)]),
    ("S-1 is given concurrently with5 Gy x 5 fractions", [(None, 5, 5)]),
    ("Radiotherapy (Total dose: 56 Gy; Single dose: 2 Gy; Frequency: 28) with chemotherapy", [(56, 28, 2)]),
    ("IMRT is given as 32~35 fraction with five daily fractions per week to a total dose of 70~72 Gy", [((70, 72), (32, 35), None)]),
    ("Arm one: 25 Gy/5 fractions daily for 5 consecutive days", [(25, 5, None)]),
    ("At a radiation dose of 36 Gy, the tumour is looked at again.", []),
    ("2 Gy, once a day, five days a week (large volume - 46 Gy in 23 fractions, then small volume - 14 Gy in seven fractions)", [(46, 23, 2), (14, 7, 2)]),
    ("One group has 36 Gy, given in 18 daily (Monday through Friday) fractions of 2 Gy.", [(36, 18, 2)]),
    ("preoperative radiotherapy 5 times 5 Gray on five consecutive days", [(None, 5, 5)]),
    ("26 Gy in 5 fractions (BED of 39.5 Gy10 and 71.1 Gy3)", [(26, 5, None)]),
    ("Partial irradiation in one fraction for early disease (Breast-1F). Patients have a dose of 20 Gy.", [(20, 1, None)]),
    ("4500 cGy to the oesophagus with a boost of 900 cGy at 180 cGy per fraction", [(45, None, 1.8), (9, None, 1.8, 'boost')]),
    ("70 Gy in 56 fractions, 1.25 Gy per fraction, two daily fractions", [(70, 56, 1.25)]),
    ("The total rises by 1.8 Gy increments from a baseline of 70.2 Gy.", [(70.2, None, None)]),
    ("Four radiotherapy doses (5 Gy, 7 Gy, 9 Gy and 11 Gy) and three treatment volumes are compared.", [(5, None, None), (7, None, None), (9, None, None), (11, None, None)]),
    ("Is it safe to shorten the course from 2 Gy x 25 fractions to 3.4 Gy x 11 fractions?", [(None, 11, 3.4)]),
    ("RapidArc to the pelvis. - 74 Gy to the prostate, 60 Gy to the vesicles, and 50 Gy to the nodes\n- 37 fractions of daily treatment\n- then hormones", [(74, 37, None), (60, 37, None), (50, 37, None)]),
    ("The gland is treated with 30-33 daily 2 Gy fractions to 60-66 Gy.", [((60, 66), (30, 33), 2)]),
    ("Lung: 52(Gy) in 4 fractions; bone: 18-22(Gy)in 1 fraction.", [(52, 4, None), ((18, 22), 1, None)]),
    ("First three weeks: 24 fractions: twice-daily fractions of 1.4 Gy, total dose;33.6Gy/24 fractions.", [(33.6, 24, 1.4)]),
    ("Carbon ions are raised from 10 x 3 Gy E to 14 x 3 Gy E.", [(None, (10, 14), 3)]),
    ("Photons: 54 Gy E - 59.4 Gy E is applied in single fractions of 1.8Gy E.", [((54, 59.4), None, 1.8)]),
    ("The dose is 4 x 9 = 36 Gy.", [(36, 4, 9)]),
    ("Vault brachytherapy of 18 Gy in 3 out-patient sessions.", [(18, 3, None)]),
    ("Whole breast 40 Gy in 15 fractions and 13.5 Gy to CTV boost in 5 fractions.", [(40, 15, None), (13.5, 5, None)]),
    ("Patients get 21 GyE of carbon ions (7 fractions) and IMRT (1.9 Gy/ fraction).", [(21, 7, None), (None, None, 1.9)]),
    ("Where one large dose (22Gy) is not feasible, hypofractionated SBRT (8Gy x3) is offered.", [(22, None, None), (None, 3, 8)]),
    ("1.2 Gy b.d.: axis 36 Gy in 30 fractions of 1.2 Gy, fossa 24 Gy in 20 fractions of 1.2 Gy.", [(36, 30, 1.2), (24, 20, 1.2)]),
    ("The axis gets 36 Gy. Photons are used, 180 cGy per day, 5 weekly fractions.", [(36, None, 1.8)]),
    ("The dose is given in daily fractions of 2 Gy. Treatment lasts 6 weeks for 60 Gy and 7 weeks for 70 Gy.", [(60, None, 2), (70, None, 2)]),
    ("PTV1 and PTV2 get total doses of 66 Gy and 59.4 Gy. The sizes are 2 Gy and 1.8 Gy per fraction, respectively.", [(66, None, 2), (59.4, None, 1.8)]),
    ("Lungs receive 0.7 Gy single dose.", [(0.7, 1, None)]),
    ("Boost of 10 Gy in 4 equivalent fractions.", [(10, 4, None)]),
    ("A hypoxia scan with 18F-FMISO decides who gets 66 Gy.", [(66, None, None)]),
    ("Weekly fractionation of 6 x 3 Gy E is used to reach 63 GyE.", [(63, None, 3)]),
    ("Single fraction: 22 Gy for small lesions, 17 Gy for larger ones.", [(22, 1, None), (17, 1, None)]),
    ("1.6 Gy x 2 daily to 32 Gy; after surgery 1.6 Gy x 2 to 16 Gy.", [(32, None, 1.6), (16, None, 1.6)]),
    ("Incomplete responders: additional 15 x 2 Gy (total 42 Gy).", [(None, 15, 2), (42, None, None)]),
    ("The course (40.05 / 2.67Gy in 15 fractions) or (50/2Gy in 25 fractions) is given.", [(40.05, 15, 2.67), (50, 25, 2)]),
    ("The palliative arm gets 40Gy 20#bd or 20Gy 4#daily.", [(40, 20, None), (20, 4, None)]),
    ("A total dose of 35 Gy in14 fractions.", [(35, 14, None)]),
    ("3 doses of 7.5 Gy of vault brachytherapy.", [(None, 3, 7.5)]),
    ("The bed is given 36 Gy in 10 fractions, 2 fractions of 3.6 Gy per day.", [(36, 10, 3.6)]),
    ("It is 7 weeks of 5x2.2 Gy per week up to a total dose of 77 Gy.", [(77, None, 2.2)]),
    ("28 once-daily 1.8 Gy fractions totaling 50.4 Gy.", [(50.4, 28, 1.8)]),
    ("Short-course irradiation (5×5.5Gy/6.5Gy/7.5Gy) comes first.", [(None, 5, 5.5), (None, 5, 6.5), (None, 5, 7.5)]),
    ("46 Gy to the nodes, 56 Gy to the primary tumour in 2 Gy fractions.", [(46, None, 2), (56, None, 2)]),
    ("5 x 2.2 Gy up to 77 Gy total dose, with cisplatin.", [(77, None, 2.2)]),
    ("1.9 Gy is given to the margin of the volume once each day, 5 days a week, for up to 27 treatments.", [(None, 27, 1.9)]),
    ("Once each day, 5 days a week, for up to 27 treatments. 1.9 Gy is given to the margin of the volume.", [(None, 27, 1.9)]),
    ("44 Gy/22 + HDR brachytherapy 9 Gy x 3 weekly.", [(44, 22, None), (None, 3, 9)]),
    ("2 Gy x 5 weekly to 66 Gy.", [(66, None, 2)]),
    ("Boost after breast surgery: 12 Gy/6 fractions in arm 1 and 5.4 Gy x 1 fraction in arm 2.", [(12, 6, None, "boost"), (None, 1, 5.4, "boost")]),
    ("Involved nodes 28 Gy (+ 8 Gy to what is left).", [(28, None, None), (8, None, None, "boost")]),
    ("Five fractions: doses of 7 Gy, 7.5 Gy, 8 Gy x 5 with a BED10 of 59 Gy, 65 Gy, 72 Gy respectively.", [(None, 5, 7), (None, 5, 7.5), (None, 5, 8)]),
    ("Five fractions, maximum dose 75 Gy; of the liver 700 cc < 15 Gy.", [(75, 5, None)]),
    ("The dose is lowered from 68 to 60 Gy.", [(60, None, None)]),
    ("De-escalation (from 68 Gy to 62 Gy and from 56 Gy to 52 Gy).", [(62, None, None), (52, None, None)]),
    ("Radiotherapy (24 x 2 Gy), with a simultaneous integrated boost up to 55 Gy on the tumour.", [(None, 24, 2, "main"), (55, None, None, "boost")]),
    ("IMRT of 50.4 Gy in 28 fractions with an optional SIB to what is seen.", [(50.4, 28, None, "main")]),
    ("Each fraction will consist of 190 cGy per day. Total dose = 4940 cGy to the wall and 4560-4940 cGy to the nodes.", [(49.4, None, 1.9), ((45.6, 49.4), None, 1.9)]),
    ("RT (66 Gy in 33 fractions) with a drug (a loading dose the week prior to radiation, then weekly).", [(66, 33, None)]),
    ("All courses have 5 fractions. The dose per fraction ranges from 5 to 7 Gy.", [(None, 5, (5, 7))]),
    ("1.6 Gy (per fraction) goes to the pelvis in two treatment fractions per day.", [(None, None, 1.6)]),
    ("A daily dose of 2.6 Gy delivered in two fractions of 1.3 Gy each, with a total dose to the head of 39 Gy.", [(39, None, 1.3)]),
    ("After completion of 44 Gy of external beam radiotherapy an implant gives 105 Gy.", [(44, None, None), (105, None, None)]),
    ("[The gland receives 70.2 Gy (1.8 Gy x 39 fractions)] OR [the nodes receive 45 Gy (1.8 Gy x 25 fractions), followed by 25.2 Gy (1.8 Gy x 14 fractions)].", [(70.2, 39, 1.8), (45, 25, 1.8), (25.2, 14, 1.8)]),
    ("3 insertions of 7 Gy by ILRT.", [(None, 3, 7, "brachytherapy")]),
    ("9 Gy x 1 fraction for a total dose of 9 Gy.", [(9, 1, None)]),
    ("The first dose is 4.5 Gy per fraction (22.5 Gy).", [(22.5, None, 4.5)]),
    ("Breast 39.9 Gy at 2.66 Gy per fraction in 15 fractions with a daily concomitant boost of 0.4 Gy to the bed.", [(39.9, 15, 2.66), (None, None, 0.4, "boost")]),
    ("The high-risk volume receives 64 Gy and the prophylactic volume 51.2-52.8 Gy in 32 fractions.", [(64, None, None), ((51.2, 52.8), 32, None)]),
    ("Patients not suitable for brachytherapy receive an EBRT boost of 2,100 cGy.", [(21, None, None, "boost")]),
    ("Radiotherapy, 100 cGy twice a day, 5 days a week, for a total dose of 7,000 cGy over 7 weeks.", [(70, None, 1)]),
    ("5 fractions; PTV-boost 34Gy, PTV-elective 21Gy.", [(34, 5, None), (21, 5, None)]),
    ("Men are randomised between 18 Gy in a single fraction and 26 Gy as two implants.", [(18, 1, None), (26, None, None)]),
    ("Single dose 0.4 Gy vs. 0.9 Gy for the elbow.", [(0.4, 1, None), (0.9, 1, None)]),
    ("A single fraction of 8 Gy or 20 Gy in 5 fractions.", [(8, 1, None), (20, 5, None)]),
    ("6 x 0.5 Gy on the knee, or 6 x 0 Gy.", [(None, 6, 0.5)]),
    ("The bed, if not irradiated previously: 64 Gy / 32 fractions.", [(64, 32, None)]),
    ("Large ones: 15 Gy, 17 Gy, 19 Gy, 21 Gy and 27 Gy single dose.", [(15, 1, None), (17, 1, None), (19, 1, None), (21, 1, None), (27, 1, None)]),
    ("Levels of 21 Gy, 27 Gy, 33 Gy, each in one fraction.", [(21, 1, None), (27, 1, None), (33, 1, None)]),
    ("Prescription in one fraction by site: Lung - 33 Gy; Liver - 34 to 38 Gy; Kidney - 25 Gy.", [(33, 1, None), ((34, 38), 1, None), (25, 1, None)]),
    ("The dose of each fraction is 4 Gy or 6 Gy, by size, for a total dose of 20 Gy or 30 Gy, respectively.", [(20, None, 4), (30, None, 6)]),
    ("Craniospinal radiotherapy (34.2 Gy at 1.8 Gy per fraction), followed by a boost to the fossa of 21.6 Gy in 12 fractions for a total dose of 55.8 Gy.", [(34.2, None, 1.8, "main"), (21.6, 12, None, "boost")]),
    ("WBRT 30 Gy in 12 daily fractions of 2.5 Gy or 38 Gy in 19 daily fractions of 2.0 Gy.", [(30, 12, 2.5), (38, 19, 2)]),
    ("Cohort 1 - 9 Gy per fraction x 3 fractions Cohort 2 - 9 Gy per fraction x 4 fractions", [(None, 3, 9), (None, 4, 9)]),
    ("Ions are given, single dose 3.2 Gy E, 4-5 fractions per week.", [(None, None, 3.2)]),
    ("The cavity is treated with 6-7 x 5.5 Gy.", [(None, (6, 7), 5.5)]),
    ("10 fractions; elective volume 28Gy, boost volume 45 Gy (2.8 Gy / 4.5 Gy per fraction).", [(28, 10, 2.8), (45, 10, 4.5)]),
    ("Radiotherapy is administered at 4 Gray units x 9 fractions.", [(None, 9, 4)]),
    ("Thoracic radiotherapy (36 Gy total, 3 Gy x 12 fractions) comes first.", [(36, 12, 3)]),
    ("66 Gy/22 fractions is equivalent to 92 Gy in 46 fractions of 2 Gy.", [(66, 22, None)]),
    ("External beams (45-50.4 Gy in 1.8 Gy fractions) from a linear accelerator, vault brachytherapy for 3-4 fractions.", [((45, 50.4), None, 1.8)]),
    ("Level: SBRT dose of 27 Gy/3f + low dose radiotherapy from 2 Gy to 8 Gy.", [(27, 3, None), ((2, 8), None, None)]),
    ("Total dose 36 Gy (5 fractions by week).", [(36, None, None)]),
    ("2 fractions of 1.7 Gy per day for 61.2 Gy in 4 weeks.", [(61.2, None, 1.7)]),
    ("Whole breast + bed boost - usual schedule (48 Gy/24 fractions; Boost 14 Gy/7 fractions).", [(48, 24, None, "main"), (14, 7, None, "boost")]),
    ("Whole breast + bed boost: 48 Gy in 24 fractions then 14 Gy in 7 fractions.", [(48, 24, None, "main"), (14, 7, None, "boost")]),
    ("Patients will receive 22Gy to the 50% isodose line.", [(22, None, None)]),
    ("In limited disease of small cell lung cancer, 42Gy/14F will be used.", [(42, 14, None)]),
    ("Conditioning with 2 or 3 gray (Gy) total body irradiation.", [(2, None, None), (3, None, None)]),
    ("The dose per fraction to the planning volume (PTV) is 3.6 Gy.", [(None, None, 3.6)]),
    ("Escalation by 6 Gy in 2 fractions to a maximum of 60 Gy.", [(60, None, None)]),
    ("54 Gy in 30 fractions; proton pump inhibitors are given.", [(54, 30, None, "main", None)]),
    ("44 Gy given in twenty-two fractions over 5 weeks or sixteen fractions over 4 weeks.", [(44, 22, None), (44, 16, None)]),
    ("Conditioning is 300 cGy TBI alone versus a drug and 300 cGy TBI.", [(3, None, None, "tbi")]),
    ("Short-course irradiation is five times 5 Gy, with surgery in the week behind it.", [(None, 5, 5)]),
    ("Metastases get three to five times 8 Gy by SBRT.", [(None, (3, 5), 8, 'sbrt')]),
    ("Radiation of twenty times 2 Gy, five times a week, total 40 Gy.", [(40, 20, 2)]),
    ("Doses of 2 Gy are given five times a week up to 60 Gy.", [(60, None, 2)]),
    ("SBRT of 8 Gy x 3 reprograms the tumour and is given to all patients in the arm.", [(None, 3, 8, 'sbrt')]),
    ("Time since chemotherapy is at least 2 weeks; then radiotherapy 50 Gy in 25 fractions is given.", [(50, 25, None)]),
    ("Radiotherapy at doses above 60 Gy is given to involved nodes.", [(60, None, None)]),
    ("Palliative radiotherapy 30 Gy in 10 fractions is allowed during the study treatment for all lesions.", [(30, 10, None)]),
    ("Hypofractionation is used: 60 Gy in 20 fractions, 3 Gy per fraction.", [(60, 20, 3)]),
    ("Conventional fractionation (2 Gy per fraction) to 60 Gy will be used.", [(60, None, 2)]),
    ("Missed fractions are added at the end so that 50 Gy in 25 fractions are given.", [(50, 25, None)]),
    ("It is unclear whether chemotherapy adds to radiotherapy; patients receive 50 Gy in 25 fractions.", [(50, 25, None)]),
    ("Patients with earlier brachytherapy are not eligible; all receive 45 Gy in 25 fractions.", [(45, 25, None)]),
    ("The original dose of 50 Gy in 25 fractions is kept in the control arm.", [(50, 25, None)]),
]

# Texts of a record with its courses; arms are (label, description), interventions (name, description, arms)
RECORDS = [
    (
        {
            "arms": (('Standard dose', '28 fractions of 1.8 Gy (50.4 Gy) to the tumour and regional nodes'), ('High dose', '28 x 1.8 Gy (50.4 Gy) to the regional nodes with a simultaneous integrated boost to the primary tumour, 28 x 2.2 Gy (61.6 Gy)')),
            "brief_title": "Dose-escalated chemoradiation for inoperable oesophageal cancer",
            "summary": "In this multicentre randomised study patients with oesophageal carcinoma treated with definitive chemoradiation are randomised between a standard dose of 50.4 Gy and a dose escalated to 61.6 Gy on the primary tumour.",
        },
        [(50.4, 28, 1.8, 'main'), (50.4, 28, 1.8, 'main'), (61.6, 28, 2.2, 'boost')],
    ),
    (
        {
            "arms": (('A: standard', '50 Gy in 25 fractions with FOLFOX'), ('B: experimental', '66 Gy in 33 fractions with FOLFOX')),
            "summary": "Phase II/III randomised trial comparing radiotherapy at 50 Gy with 66 Gy, both with FOLFOX-4.",
            "description": "Rationale: In the RTOG 94-05 trial, 64.8 Gy was not better than 50.4 Gy. However modern techniques may change that.",
        },
        [(50, 25, None, 'main'), (66, 33, None, 'main')],
    ),
    (
        {
            "arms": (('Pembrolizumab + FP + Radiation', 'Pembrolizumab 200 mg Q3W x 8, 400 mg q6w x 5, cisplatin 75 mg/m2, 5-FU 4000 mg/m2 and radiation'), ('Placebo + FP + Radiation', 'placebo plus FP and radiation')),
            "interventions": (('Radiation therapy 50 Gy', 'Total dose of 50 Gy external beam radiation therapy in 25 fractions', ('Pembrolizumab + FP + Radiation', 'Placebo + FP + Radiation')), ('Radiation therapy 60 Gy', 'Total dose of 60 Gy external beam radiation therapy in 30 fractions', ('Pembrolizumab + FP + Radiation', 'Placebo + FP + Radiation'))),
            "summary": "This study evaluates pembrolizumab versus placebo with definitive chemoradiotherapy in esophageal carcinoma.",
        },
        [(50, 25, None, 'main'), (60, 30, None, 'main')],
    ),
    (
        {
            "arms": (('CROSS', 'carboplatin AUC2, paclitaxel 50 mg/m2 d1,8,15,22,29 and radiotherapy 41.4 Gy given in 23 fractions of 1.8 Gy, 5 fractions per week'), ('CROSS + toripalimab', 'as above: 41.4Gy/23f, 1.8Gy/f, plus toripalimab 240 mg q3w')),
            "summary": "Comparison of two neoadjuvant strategies followed by oesophagectomy.",
        },
        [(41.4, 23, 1.8, 'main'), (41.4, 23, 1.8, 'main')],
    ),
    (
        {
            "arms": (('CRT+S', 'vinorelbine 25 mg/m2 d1, 8, 22, 29, cisplatin 75mg/m2 d1 and 22; concurrent radiation therapy 40Gy/20F/4W, 2.0Gy per fraction, 5 days per week'), ('S', 'McKeown or Ivor Lewis esophagectomy')),
            "brief_title": "Neoadjuvant chemoradiotherapy followed by surgery versus surgery alone for ESCC",
            "summary": "Neoadjuvant radiotherapy of 40 Gy plus vinorelbine and cisplatin versus surgery alone.",
        },
        [(40, 20, 2, 'main')],
    ),
    (
        {
            "arms": (('RT+S-1', 'SIB-RT: 95% PGTV 59.92Gy/28f (2.14Gy/f), 95% PTV 50.4Gy/28f (1.8Gy/f), with S-1 40-60mg bid'), ('RT alone', 'SIB-RT: 95% PGTV 59.92Gy/28f (2.14Gy/f), 95% PTV 50.4Gy/28f (1.8Gy/f)')),
            "summary": "Elderly patients with esophageal cancer receive SIB radiotherapy with or without S-1.",
        },
        [(59.92, 28, 2.14, 'boost'), (50.4, 28, 1.8, 'main'), (59.92, 28, 2.14, 'boost'), (50.4, 28, 1.8, 'main')],
    ),
    (
        {
            "brief_title": "Local therapy for oligometastatic oesophageal squamous cell carcinoma",
            "description": "Background: Stereotactic radiotherapy with BED10 above 100 Gy has yielded local control rates over 90% in lung lesions. Treatment: SBRT to all lesions, 24 Gy in 3 fractions or 30 Gy in 5 fractions; lung V20 < 20%, liver mean dose < 15 Gy, spinal cord maximum 18 Gy in 3 fractions.",
            "eligibility": "Inclusion Criteria:\n- 1 to 4 metastases\n- no previous radiotherapy to the lesion\nExclusion Criteria:\n- previous thoracic radiation > 50 Gy",
        },
        [(24, 3, None, 'sbrt'), (30, 5, None, 'sbrt')],
    ),
    (
        {
            "arms": (('LDRT+SBRT', 'Patients receive SBRT 8Gy*3f to one lesion and LDRT 2Gy*2f (total 4Gy) to the others, starting on day 1 of the second cycle'),),
            "summary": "Camrelizumab with low-dose radiotherapy and SBRT",
        },
        [(4, 2, 2, 'ldrt'), (None, 3, 8, 'sbrt')],
    ),
    (
        {
            "arms": (('Tislelizumab', 'tislelizumab 200 mg q3w'),),
            "brief_title": "Consolidation tislelizumab after concurrent chemoradiotherapy",
            "description": "All patients will have completed concurrent chemoradiotherapy before enrolment.",
            "eligibility": "Inclusion Criteria:\n1. ESCC, stage II-IVA\n2. Completed definitive chemoradiotherapy with a radiation dose of 50 to 66 Gy\n3. ECOG 0-1\nExclusion criteria:\n1. Prior radiotherapy",
        },
        [],
    ),
    (
        {
            "arms": (('PORT', 'Postoperative radiotherapy: IMRT, CTV covers supraclavicular and mediastinal nodal area, 50-54 Gy in 25-30 fractions, 1.8-2.0 Gy per fraction, 5 fractions a week. Normal tissue constraints: both lungs V20 <= 28%, V5 <= 60%, mean dose <= 15 Gy; heart V30 <= 40%; cord PRV maximal dose <= 45 Gy.'), ('Observation', 'follow-up only')),
            "summary": "Postoperative radiotherapy plus immunotherapy for pathologic lymph node positive ESCC",
        },
        [((50, 54), (25, 30), (1.8, 2), 'main')],
    ),
    (
        {
            "arms": (('Stent + RT', 'External beam radiotherapy 20 Gy in 5 fractions or 30 Gy in 10 fractions starting within 4 weeks of stent insertion'), ('Stent', 'stent alone')),
            "brief_title": "Palliative radiotherapy in addition to stent for dysphagia",
        },
        [(30, 10, None, 'main'), (20, 5, None, 'main')],
    ),
    (
        {
            "arms": (('Single arm', 'Hypofractionated palliative radiotherapy to the primary (30Gy in 10 fractions) with weekly carboplatin and paclitaxel over 2 weeks; then durvalumab 1500 mg q4w; stereotactic radiotherapy (24 Gy in 3 fractions) to a single metastasis at week 7'),),
            "brief_title": "Palliative chemoradiation and SBRT in metastatic oesophageal cancer with durvalumab",
        },
        [(30, 10, None, 'main'), (24, 3, None, 'sbrt')],
    ),
    (
        {
            "arms": (('Preoperative CRT', 'Radiation 45 Gy (1.8 Gy x 25) to the tumour and nodal areas followed by a 5.4 Gy boost (1.8 Gy x 3), total 50.4 Gy in 28 fractions, together with capecitabine 825 mg/m2 bid'),),
        },
        [(45, 25, 1.8, 'main'), (5.4, 3, 1.8, 'boost')],
    ),
    (
        {
            "description": "External radiotherapy 50 Gy in 25 fractions over 5 weeks with concurrent cisplatin. Two weeks later, a brachytherapy boost of 10 Gy in 2 fractions one week apart, prescribed at 1 cm from the source axis.",
        },
        [(50, 25, None, 'main'), (10, 2, None, 'boost')],
    ),
    (
        {
            "summary": "Camrelizumab and definitive chemoradiotherapy (50.4 Gy) in unresectable ESCC",
            "description": "Patients will receive radiotherapy of 50.4 Gy in 28 fractions concurrently with paclitaxel and cisplatin. If progression occurs before 40 Gy, the patient leaves the study. Tumour response is assessed at 40 Gy and 4 weeks after the end.",
        },
        [(50.4, 28, None, 'main')],
    ),
    (
        {
            "description": "Patients who achieve complete response after induction chemoimmunotherapy will receive 50 Gy; others will receive 60 Gy. The fraction size is 2 Gy in both groups.",
        },
        [(60, None, 2, 'main'), (50, None, 2, 'main')],
    ),
    (
        {
            "arms": (('Escalation', '66 Gy'), ('Standard', '60 Gy')),
            "summary": "To compare PET-guided dose escalation (66Gy/33f) with the standard dose (60Gy/30f)",
        },
        [(66, 33, None, 'main'), (60, 30, None, 'main')],
    ),
    (
        {
            "arms": (('Standard dose', 'TRT of 45 Gy in 30 fractions, two fractions per day (1.5 Gy per fraction), over three weeks'), ('High dose', 'TRT of 60 Gy in 40 fractions, two fractions per day, 1.5 Gy/fraction over 4 weeks')),
            "brief_title": "High dose versus standard dose twice-daily thoracic RT in LS-SCLC",
            "description": "Responders in both arms are offered PCI of 25 Gy in 10 fractions.",
        },
        [(45, 30, 1.5, 'main'), (60, 40, 1.5, 'main'), (25, 10, None, 'pci')],
    ),
    (
        {
            "interventions": (('IMRT', 'Radiation: GTVnx and GTVnd 70Gy in 33 fractions (2.12 Gy/fraction), CTV1 60 Gy in 33 fractions (1.82 Gy/fraction), CTV2 54 Gy in 33 fractions (1.64Gy/fraction)', ()),),
        },
        [(70, 33, 2.12, 'main'), (60, 33, 1.82, 'main'), (54, 33, 1.64, 'main')],
    ),
    (
        {
            "arms": (('SCRT', 'SCRT 25 Gy in 5 fractions over 1 week followed by 6 cycles of CAPOX and sintilimab'), ('LCRT', 'Radiation 50 Gy in 25 fractions with capecitabine followed by CAPOX')),
            "brief_title": "Short-course radiotherapy vs long-course chemoradiation in rectal cancer (TNT)",
            "eligibility": "Inclusion: cT3-4. Exclusion: previous pelvic radiotherapy; more than 45 Gy received",
        },
        [(50, 25, None, 'main'), (25, 5, None, 'main')],
    ),
    (
        {
            "arms": (('Test', '26 Gy in 5 fractions to the breast and nodes'), ('Control', '40 Gy in 15 fractions to the breast and nodes')),
            "description": "The FAST-Forward trial showed that 26 Gy in 5 fractions over 1 week is non-inferior to 40 Gy in 15 fractions over 3 weeks. We will test whether this holds for nodal irradiation.",
        },
        [(26, 5, None, 'main'), (40, 15, None, 'main')],
    ),
    (
        {
            "arms": (('cEBRT', "8 Gy in 1 fraction, or 20 Gy in 5 fractions, at the physician's discretion"), ('SBRT', 'single fraction SBRT of 12 Gy')),
        },
        [(8, 1, None, 'main'), (12, 1, None, 'sbrt'), (20, 5, None, 'main')],
    ),
    (
        {
            "brief_title": "Haploidentical transplant after myeloablative conditioning",
            "description": "Days -8 to -6: TBI 200 cGy twice daily (6 fractions; total dose 1200 cGy) with lung shielding to 8 Gy. Days -5 to -2: fludarabine 30 mg/m2/day.",
        },
        [(12, 6, 2, 'tbi')],
    ),
    (
        {
            "arms": (('Standard', '60 Gy over 6 weeks in 30 daily fractions of 2 Gy'), ('Short course', '40 Gy over 3 weeks in 15 daily fractions of 2.67 Gy')),
        },
        [(60, 30, 2, 'main'), (40, 15, 2.67, 'main')],
    ),
    (
        {
            "summary": "Sequential chemoradiotherapy: 55 Gy in 20 fractions over 4 weeks.",
        },
        [(55, 20, None, 'main')],
    ),
    (
        {
            "description": "WBRT consists of 13 fractions. Each fraction is 3 Gy, giving 39 Gy.",
        },
        [(39, 13, 3, 'main')],
    ),
    (
        {
            "description": "Preoperative radiotherapy will be delivered at 1.8 Gy per day to 45 Gy in Arm A and 54 Gy in Arm B.",
        },
        [(54, None, 1.8, 'main'), (45, None, 1.8, 'main')],
    ),
    (
        {
            "description": "Arm 2: iodine-125 permanent seed implant delivering 145 Gy to the prostate. Patients in arm 1 undergo prostatectomy.",
        },
        [(145, None, None, 'brachytherapy')],
    ),
    (
        {
            "description": "Radiotherapy to the neck in two phases: phase 1 46 Gy/23f, phase 2 boost 14 Gy/7f (total 60 Gy/30f).",
        },
        [(46, 23, None, 'main'), (14, 7, None, 'boost')],
    ),
    (
        {
            "interventions": (('SBRT', 'peripheral lesions: 12 Gy × 4 fractions, 48 Gy in total; central lesions 7.5 Gy × 8 fractions, 60 Gy in total', ()),),
        },
        [(48, 4, 12, 'sbrt'), (60, 8, 7.5, 'sbrt')],
    ),
    (
        {
            "description": "放射治疗：采用IMRT，95%PTV 50.4Gy/28次，1.8Gy/次，每周5次，同步化疗：紫杉醇50mg/m2",
        },
        [(50.4, 28, 1.8, 'main')],
    ),
    (
        {
            "arms": (('A', 'sintilimab + CRT (50.4Gy/28f)'), ('B', 'CRT (50.4Gy/28f)')),
            "summary": "Sintilimab plus chemoradiation. In the previous stage of this research (NEXUS-1) patients got 50.4 Gy with a pCR rate of 42%.",
        },
        [(50.4, 28, None, 'main'), (50.4, 28, None, 'main')],
    ),
    (
        {
            "description": "SBRT: a total of 30 to 50 Gy delivered in 5 fractions every other day (BED10 48-100 Gy). If the dose to the bowel exceeds 25 Gy, the prescription is lowered.",
        },
        [((30, 50), 5, None, 'sbrt')],
    ),
    (
        {
            "description": "RT: 45 Gy in 1.8 Gy fractions, 25 fractions. Then cone-down: 9 Gy in 5 fractions of 1.8 Gy. Cumulative dose 54 Gy.",
        },
        [(45, 25, 1.8, 'main'), (9, 5, 1.8, 'boost')],
    ),
    (
        {
            "description": "Radiochemotherapy with 64 Gy (32 fractions) or, in the case of a tumour in the cervical oesophagus, up to 66 Gy (33 fractions).",
        },
        [(64, 32, None, 'main'), (66, 33, None, 'main')],
    ),
    (
        {
            "arms": (('Exp', 'Intensity-modulated radiotherapy will be delivered 5 fractions per week at 2 Gy/fraction, total dose: 50 Gy'),),
            "interventions": (('Radiation: IMRT', '50Gy/25f/5w', ('Exp',)),),
            "summary": "Radiotherapy: 2.0 Gy each, 25 fractions, total 50 Gy",
        },
        [(50, 25, 2, 'main')],
    ),
    (
        {
            "description": "Radiation dose: 1.8 Gy/fraction; total fractions: 23; total dose: 41.4 Gy; once a day, five days a week.",
        },
        [(41.4, 23, 1.8, 'main')],
    ),
    (
        {
            "description": "Surgery is performed 6-8 weeks after neoadjuvant chemoradiotherapy. The radiation dose follows local practice. Salvage surgery after definitive chemoradiation (>= 50 Gy) is excluded.",
            "eligibility": "Exclusion Criteria:\n* dose to the mediastinum over 45 Gy\n* earlier chest RT",
        },
        [],
    ),
    (
        {
            "description": "Low-dose radiotherapy is given at 1 Gy per fraction for 4 fractions (4 Gy in total) to all visible lesions in weeks 1 and 2.",
        },
        [(4, 4, 1, 'ldrt')],
    ),
    (
        {
            "description": "Hypofractionated SIB: GTV 2.5 Gy x 23 = 57.5 Gy and CTV 2.0 Gy x 23 = 46 Gy.",
        },
        [(57.5, 23, 2.5, 'boost'), (46, 23, 2, 'main')],
    ),
    (
        {
            "arms": (('Arm 1: hypofractionation', '3Gy per fraction,12 fractions, 36Gy'), ('Arm 2: conventional', '60Gy in 30 fractions')),
        },
        [(36, 12, 3, 'main'), (60, 30, None, 'main')],
    ),
    (
        {
            "summary": "All participants get post-mastectomy proton therapy, 50 Gy(RBE) in 25 fractions.",
        },
        [(50, 25, None, 'main')],
    ),
    (
        {
            "description": "Patients in the AIO trial had 60 Gy. Here, the intervention is exercise during chemoradiation.",
            "eligibility": "Inclusion Criteria:\n- planned to undergo radiotherapy of 60 Gy in 30 fractions with concurrent chemotherapy\n- age 18 or above\nExclusion Criteria:\n- prior radiotherapy",
        },
        [(60, 30, None, 'main')],
    ),
    (
        {
            "arms": (('Experimental', '2 cycles of XELOX + toripalimab, followed by IMRT (45Gy/25f) with capecitabine, then D2 gastrectomy'),),
            "brief_title": "Neoadjuvant chemoradiotherapy combined with PD-1 inhibitor for gastroesophageal junction adenocarcinoma",
            "summary": "The safety of 45 Gy radiotherapy combined with XELOX and toripalimab is evaluated.",
            "eligibility": "Inclusion criteria:\n1. cT3-4\nExclusion criteria:\n1. Chest radiation history",
        },
        [(45, 25, None, 'main', 'imrt')],
    ),
    (
        {
            "interventions": (('Radiation: SIB-IMRT', '95%PTV receives 50.4Gy in 28 fractions (1.8Gy/f); PGTV is simultaneously boosted to 61.6 Gy in 28 fractions (2.2 Gy/f)', ()),),
        },
        [(50.4, 28, 1.8, 'main', 'imrt'), (61.6, 28, 2.2, 'boost', 'imrt')],
    ),
    (
        {
            "summary": "This randomised trial compares 41.4 Gy (23 fractions) with 50.4 Gy (28 fractions) as neoadjuvant radiotherapy in ESCC. In the Chinese phase III NEOCRTEC5010 40 Gy were used.",
        },
        [(41.4, 23, None, 'main', None), (50.4, 28, None, 'main', None)],
    ),
    (
        {
            "arms": (('SCRT', '5 Gy × 5 on week 1, followed by camrelizumab 200mg + nab-paclitaxel 260 mg/m2 + cisplatin 75mg/m2, q3w × 2'),),
            "brief_title": "Short-course radiotherapy before camrelizumab and chemo for resectable ESCC",
            "description": "Short-course radiotherapy (5 × 5 Gy) has been shown in rectal cancer to be as effective as long-course (50.4 Gy).",
        },
        [(None, 5, 5, 'main', None)],
    ),
    (
        {
            "description": "Part A. Oligometastatic sites: SBRT 30-35 Gy in 5 fractions; if SBRT is not feasible, conventional radiotherapy 60 Gy in 30 fractions is used.",
        },
        [((30, 35), 5, None, 'sbrt', 'sbrt'), (60, 30, None, 'main', None)],
    ),
    (
        {
            "arms": (('SBRT+LDRT', 'SBRT 24 Gy/3 fx to 1-2 lesions; LDRT 4 Gy/2 fx to remaining lesions; sintilimab'), ('LDRT', 'LDRT 4 Gy/2 fx to all lesions; sintilimab')),
        },
        [(4, 2, None, 'ldrt', None), (24, 3, None, 'sbrt', 'sbrt'), (4, 2, None, 'ldrt', None)],
    ),
    (
        {
            "description": "Patients receive external beam radiotherapy, 50 Gy at 2 Gy per fraction. This is followed after one week by intraluminal brachytherapy, 10 Gy in two weekly fractions.",
        },
        [(50, None, 2, 'main', 'ebrt'), (10, 2, None, 'brachytherapy', 'brachytherapy')],
    ),
    (
        {
            "arms": (('Surgery as needed', '60 Gy in 30 fractions with cisplatin and 5-FU, surveillance and salvage oesophagectomy when needed'), ('Planned', '50 Gy in 25 fractions with cisplatin and 5-FU followed by oesophagectomy')),
            "summary": "Chemoradiation followed by surgery on demand versus planned surgery",
        },
        [(50, 25, None, 'main', None), (60, 30, None, 'main', None)],
    ),
    (
        {
            "brief_title": "Quality of life after oesophagectomy",
            "description": "Most patients (72%) had neoadjuvant CROSS chemoradiotherapy (41.4 Gy). Patients fill in questionnaires.",
            "eligibility": "Inclusion Criteria: patients operated between 2010 and 2015. Exclusion Criteria: R2 resection",
        },
        [],
    ),
    (
        {
            "arms": (('A', 'Standard chemoradiation plus nimotuzumab 200mg weekly'), ('B', 'Standard chemoradiation')),
            "description": "Radiotherapy dose constraints: cord max 45 Gy, lungs V20 below 30% and mean dose below 18 Gy, heart V30 below 45%. Radiotherapy is prescribed by local standard.",
        },
        [],
    ),
    (
        {
            "arms": (('CRT', 'Radiotherapy: 1.8Gy per day, 5 days per week, total 59.4Gy in 33 fractions. Chemo: paclitaxel 135mg/m2 d1; DDP 25mg/m2 d1-3'), ('RT', 'Radiotherapy is the same as in the CRT arm')),
        },
        [(59.4, 33, 1.8, 'main', None)],
    ),
    (
        {
            "description": "2. Radiotherapy\n2.1 Target volumes: GTV is delineated from CT, endoscopy and PET. CTV = GTV + 3 cm up and down. PTV = CTV + 0.5-1 cm.\n2.2 Dose: 54-60 Gy/27-30 f, 2 Gy/f.\n2.3 Dose limits: lung V20<30%, heart V40<50%, spinal cord <45Gy.",
        },
        [((54, 60), (27, 30), 2, 'main', None)],
    ),
    (
        {
            "arms": (('Arm 1', 'Conventional RT: one fraction of 8 Gy'), ('Arm 2', 'Stereotactic RT: three fractions, total of 30 Gy')),
            "brief_title": "Painful bone metastases: single fraction conventional radiotherapy versus SBRT",
        },
        [(30, 3, None, 'sbrt', 'sbrt'), (8, 1, None, 'main', None)],
    ),
    (
        {
            "arms": (('CRT', 'Pelvic EBRT 45 Gy/25 fractions (1.8Gy) with weekly cisplatin 40 mg/m2, followed by HDR brachytherapy 7 Gy × 4 fractions (EQD2 ≥ 85 Gy to HR-CTV)'),),
            "brief_title": "Locally advanced cervical cancer",
        },
        [(45, 25, 1.8, 'main', 'ebrt'), (None, 4, 7, 'brachytherapy', 'brachytherapy')],
    ),
    (
        {
            "arms": (('Reduced dose', '60 Gy/30 fx with weekly cisplatin'), ('Standard', '70 Gy/35 fx with weekly cisplatin')),
            "brief_title": "De-escalated radiotherapy after good response to induction in HPV-positive oropharyngeal cancer",
            "summary": "Standard radiation is 70 Gy in 35 fractions. The aim is to test whether 60 Gy in 30 fractions is enough.",
        },
        [(70, 35, None, 'main', None), (60, 30, None, 'main', None)],
    ),
    (
        {
            "description": "Whole breast radiotherapy to 50 Gy in 25 fractions is followed by a tumour bed boost of 16 Gy in 8 fractions in women under 50 (66 Gy in 33 fractions in total). Women over 50 have no boost.",
        },
        [(50, 25, None, 'main', None), (16, 8, None, 'boost', None)],
    ),
    (
        {
            "description": "20 Gy will be given, as five daily 4-Gy fractions.",
        },
        [(20, 5, 4, 'main', None)],
    ),
    (
        {
            "description": "Hypofractionated radiotherapy: fraction dose 3 Gy, 12 fractions within 2.5 weeks, 36 Gy in total (EQD2 = 39 Gy, BED = 46.8 Gy).",
        },
        [(36, 12, 3, 'main', None)],
    ),
    (
        {
            "brief_title": "Total neoadjuvant therapy",
            "description": "Arm A (n=100): 25 Gy in 5 fractions, then 6 x CAPOX. Arm B (n=100): 50.4 Gy in 28 fractions + capecitabine, then 4 x CAPOX. TME after restaging in both.",
        },
        [(25, 5, None, 'main', None), (50.4, 28, None, 'main', None)],
    ),
    (
        {
            "summary": "A total of 66 Gy (RBE) is given with pencil beam scanning protons in 33 fractions of 2 Gy (RBE).",
        },
        [(66, 33, 2, 'main', 'proton')],
    ),
    (
        {
            "arms": (('A', 'Total body irradiation 12 Gy in 4 daily fractions, thiotepa 10 mg/kg, cyclophosphamide 120 mg/kg'),),
            "brief_title": "CD34-selected transplant",
        },
        [(12, 4, None, 'tbi', 'tbi')],
    ),
    (
        {
            "arms": (('LDRT', 'Single fraction of 1 Gy to both lungs'), ('Control', 'standard care')),
            "brief_title": "Whole-lung low-dose radiation for COVID-19 pneumonia",
        },
        [(1, 1, None, 'ldrt', None)],
    ),
    (
        {
            "summary": "Accelerated hypofractionated RT 60 Gy in 15 fractions vs standard.",
            "description": "Standard RT at other centres was 60-66 Gy in 30-33 fractions, as in the RTOG 0617 trial, where 74 Gy was detrimental.",
        },
        [(60, 15, None, 'main', None)],
    ),
    (
        {
            "arms": (('RT', 'TRT 45Gy (3 Gy × 15 fx) between cycles 4 and 6, atezolizumab 1200 mg q3w'), ('No RT', 'atezolizumab 1200 mg q3w')),
            "summary": "Thoracic radiotherapy in ES-SCLC with chemoimmunotherapy",
            "eligibility": "Inclusion criteria: 1. ES-SCLC. Exclusion criteria: 1. thoracic radiotherapy; 2. brain radiotherapy > 30 Gy within 4 weeks.",
        },
        [(45, 15, 3, 'main', None)],
    ),
    (
        {
            "arms": (('60Gy', '60Gy with weekly docetaxel and cisplatin'), ('50Gy', '50Gy with weekly docetaxel and cisplatin')),
            "brief_title": "60 Gy versus 50 Gy in definitive chemoradiotherapy for thoracic esophageal cancer",
        },
        [(50, None, None, 'main', None), (60, None, None, 'main', None)],
    ),
    (
        {
            "arms": (('A', 'TF'), ('B', 'TP'), ('C', 'TC')),
            "interventions": (('Radiation', '61.2 Gy delivered in 34 fractions', ('A', 'B', 'C')),),
            "brief_title": "Paclitaxel with 5-FU, cisplatin or carboplatin and radiotherapy",
        },
        [(61.2, 34, None, 'main', None)],
    ),
    (
        {
            "description": "Phase I of radiotherapy delivers 50.4 Gy/28 fx to PTV1, phase II 9 Gy/5 fx to PTV2. Overall treatment time is 45 days. Dose reductions: if grade 4 esophagitis occurs, radiotherapy stops at 50.4 Gy.",
        },
        [(50.4, 28, None, 'main', None), (9, 5, None, 'main')],
    ),
    (
        {
            "summary": "HA-WBRT 30 Gy in 10 fractions with memantine; hippocampal D100% ≤ 9 Gy and max dose ≤ 16 Gy.",
        },
        [(30, 10, None, 'main', 'wbrt')],
    ),
    (
        {
            "description": "SRS: lesions < 2 cm get 24 Gy in a single session; larger ones 27 Gy in three sessions. Patients treated before with WBRT (30 Gy in 10) are stratified separately.",
        },
        [(24, 1, None, 'sbrt', 'sbrt'), (27, 3, None, 'sbrt', 'sbrt')],
    ),
    (
        {
            "summary": "In vitro work and mice studies showed 8 Gy × 3 to be superior to 20 Gy × 1 for abscopal effects. We therefore combine SBRT of 24 Gy in 3 fractions of 8 Gy with nivolumab.",
        },
        [(24, 3, 8, 'sbrt', 'sbrt')],
    ),
    (
        {
            "description": "Radiation is given at 1.8 Gy/fraction, once daily, 5 days/week to 50.4 Gy. Patients who have a break of more than 2 weeks or get less than 45 Gy are taken off study.",
        },
        [(50.4, None, 1.8, 'main', None)],
    ),
    (
        {
            "description": "IMRT with SIB technique: primary tumour and nodes 60 Gy/30 fractions, elective area 54 Gy/30 fractions.",
        },
        [(60, 30, None, 'boost', 'imrt'), (54, 30, None, 'main', 'imrt')],
    ),
    (
        {
            "arms": (('dCRT', 'Large-field radiation 40 Gy/20 f (2Gy/f), then a boost of 20 Gy/10 f (2Gy/f) to the GTV, to a total dose of 60 Gy/30f; cisplatin 70 mg/m2 d1, d29; 5-FU 700 mg/m2/d, d1-4, d29-32'),),
        },
        [(40, 20, 2, 'main', None), (20, 10, 2, 'boost', None)],
    ),
    (
        {
            "description": "In 35 fractions, doses of 70 Gy, 63 Gy and 56 Gy are given to the high, intermediate and low risk volumes.",
        },
        [(70, 35, None, 'main', None), (63, 35, None, 'main', None), (56, 35, None, 'main', None)],
    ),
    (
        {
            "description": "Radiotherapy\n  Technique: IMRT/VMAT\n  PGTV: 60 Gy, 2.0 Gy/fx, 30 fx\n  PTV: 54 Gy, 1.8 Gy/fx, 30 fx\n  Schedule: once a day, 5 days a week\nChemotherapy\n  Nedaplatin 25 mg/m2, weekly\n  Docetaxel 25 mg/m2, weekly",
        },
        [(60, 30, 2, 'main'), (54, 30, 1.8, 'main')],
    ),
    (
        {
            "description": "Patients randomised to the\n      experimental arm receive radiotherapy of 41.4\n      Gy in 23 fractions of 1.8\n      Gy, five fractions a week, with carboplatin and\n      paclitaxel.",
        },
        [(41.4, 23, 1.8, 'main')],
    ),
    (
        {
            "brief_title": "Enteral nutrition during chemoradiotherapy for esophageal cancer",
            "eligibility": "Inclusion Criteria:\n* ESCC scheduled for concurrent chemoradiotherapy with a dose of at least 50 Gy\n* NRS2002 >= 3\nExclusion Criteria:\n* earlier radiotherapy of the chest",
        },
        [(50, None, None, 'main')],
    ),
    (
        {
            "brief_title": "Durvalumab after chemoradiation",
            "eligibility": "Inclusion Criteria:\n* must have received at least 2 cycles of platinum chemotherapy concurrent with definitive radiation of 60 Gy ± 10% (54 to 66 Gy), mean lung dose < 20 Gy, V20 < 35%\n* no progression after it",
        },
        [],
    ),
    (
        {
            "brief_title": "Re-irradiation for locoregional recurrence of ESCC",
            "description": "All patients had a first course of 50-66 Gy. Re-irradiation will be given with 48 Gy in 40 fractions, 1.2 Gy twice daily.",
            "eligibility": "Inclusion: first course of at least 50 Gy finished more than 6 months ago",
        },
        [(48, 40, 1.2, 'main')],
    ),
    (
        {
            "description": "Patients are randomised to one of three schedules: ten fractions to 30 Gy; five fractions to 20 Gy; or one fraction of 8 Gy.",
        },
        [(30, 10, None, 'main'), (20, 5, None, 'main'), (8, 1, None, 'main')],
    ),
    (
        {
            "description": "Radiation (week 1-6): 2 Gy x 25 to the primary tumour and involved nodes (50 Gy), boost 2 Gy x 5 (10 Gy) to the primary only.",
        },
        [(50, 25, 2, 'main'), (10, 5, 2, 'boost')],
    ),
    (
        {
            "arms": (('Level 1', '36 Gy/18 fx'), ('Level 2', '40 Gy/20 fx'), ('Level 3', '44 Gy/22 fx')),
            "brief_title": "Dose finding of preoperative radiotherapy",
        },
        [(36, 18, None, 'main'), (40, 20, None, 'main'), (44, 22, None, 'main')],
    ),
    (
        {
            "description": "Surgery alone gives a 5-year survival of 25%. The Dutch CROSS study with 41.4 Gy improved median survival from 24 to 49 months. The British OE02 study did not include radiotherapy. A meta-analysis of 24 trials with doses between 20 and 50.4 Gy confirmed the benefit. In our hospital, 40 Gy in 20 fractions is the standard and will be used here.",
        },
        [(40, 20, None, 'main')],
    ),
    (
        {
            "summary": "RT quality assurance study. Patients receive 50.4 Gy/28 fractions. Two plans are made: one with heart V30 < 30% and one with V30 < 20%; mean heart dose 26 Gy versus 18 Gy.",
        },
        [(50.4, 28, None, 'main')],
    ),
    (
        {
            "arms": (('SABR', 'SABR of 30-50 Gy in 3-5 fractions to every progressing lesion, immunotherapy goes on'), ('Switch', 'systemic therapy switch')),
            "brief_title": "SABR for oligoprogression on immunotherapy",
        },
        [((30, 50), (3, 5), None, 'sbrt')],
    ),
    (
        {
            "arms": (('A', 'chemo'),),
            "interventions": (('Conventional RT', '66 Gy in 33 daily fractions of 2 Gy', ('A',)), ('Radiation: boost to PET-positive residue', 'Dose-painted boost up to a maximum of 84 Gy equivalent (EQD2) within organ tolerances', ('A',))),
        },
        [(66, 33, 2, 'main')],
    ),
    (
        {
            "description": "Late course accelerated hyperfractionation: 41.4 Gy in 23 fractions of 1.8 Gy, then 27 Gy in 18 fractions of 1.5 Gy twice daily; the total dose is 68.4 Gy in 41 fractions.",
        },
        [(41.4, 23, 1.8, 'main'), (27, 18, 1.5, 'boost')],
    ),
    (
        {
            "arms": (('IFI', 'radiotherapy of gross disease only'), ('ENI', 'elective nodes are included')),
            "brief_title": "Involved field versus elective nodal irradiation with 60 Gy",
        },
        [(60, None, None, 'main')],
    ),
    (
        {
            "arms": (('dCRT', 'definitive chemoradiotherapy'), ('nCRT+S', 'neoadjuvant chemoradiotherapy and surgery')),
            "interventions": (('definitive chemoradiotherapy', '50.4 Gy/28 fx + CF', ('dCRT',)), ('neoadjuvant chemoradiotherapy', '41.4 Gy/23 fx + CF', ('nCRT+S',))),
        },
        [(50.4, 28, None, 'main'), (41.4, 23, None, 'main')],
    ),
    (
        {
            "description": "Radiotherpy: 50.4 gy in 28 frations (1.8gy / fraction ), Monday-Friday.",
        },
        [(50.4, 28, 1.8, 'main')],
    ),
    (
        {
            "description": "TRT: total dose (Gy) = 54 ; fractions = 30 ; dose per fraction (Gy) = 1.8",
        },
        [(54, 30, 1.8, 'main')],
    ),
    (
        {
            "description": "thoracic radiotherapy with 3Gy*15f (BED=58.5 Gy) within 3 weeks",
        },
        [(None, 15, 3, 'main')],
    ),
    (
        {
            "description": "Standard group: radical RT PTV 60Gy/30F. Reduced group: if PET-CR after 20F, total PTV 50Gy/25F.",
        },
        [(60, 30, None, 'main'), (50, 25, None, 'main')],
    ),
    (
        {
            "description": "SBRT is delivered in 5 fractions of 7 Gy (total 35 Gy) on alternate days. Bowel: Dmax 30 Gy; stomach: V20 < 5 cc; PTV: V95 > 95%; kidney: mean < 10 Gy.",
        },
        [(35, 5, 7, 'sbrt')],
    ),
    (
        {
            "description": "Low-risk patients: 10 Gy (5 fractions of 2 Gy). High-risk patients: 20 Gy (10 fractions of 2 Gy).",
        },
        [(10, 5, 2, 'main'), (20, 10, 2, 'main')],
    ),
    (
        {
            "arms": (('Chemoradiotherapy', 'Two cycles of capecitabine and cisplatin, then 45Gy with concurrent capecitabine (625 mg/m2 bd Mon-Fri), 1.8 Gy per fraction'), ('Chemotherapy', '4 cycles of ECX')),
            "brief_title": "OEO-x",
        },
        [(45, None, 1.8, 'main')],
    ),
    (
        {
            "brief_title": "Safety of apatinib",
            "eligibility": "Exclusion Criteria:\n1. thoracic radiotherapy with a dose of over 60 Gy\n2. palliative RT (>= 30 Gy) within 4 weeks\nWithdrawal criteria: need for radiotherapy of more than 20 Gy",
        },
        [],
    ),
    (
        {
            "interventions": (('Radiotherapy', 'Once daily at 1.8 Gy, 5 days per week for a total of 28 fractions', ()),),
            "summary": "The primary aim is the R0 rate after preoperative chemoradiotherapy (50.4 Gy) with paclitaxel.",
        },
        [(50.4, 28, 1.8, 'main')],
    ),
    (
        {
            "description": "With a simultaneous integrated boost, the prostate gets 70 Gy (28 × 2.5 Gy) while the pelvic nodes get 56 Gy (28 × 2.0 Gy).",
        },
        [(70, 28, 2.5, 'boost'), (56, 28, 2, 'main')],
    ),
    (
        {
            "description": "Osteoarthritis: low-dose radiotherapy, total dose 3 Gy in 3 fractions of 1 Gy; sham: 0 Gy.",
        },
        [(3, 3, 1, 'ldrt')],
    ),
    (
        {
            "description": "Skin toxicity after 30 Gy/10 fractions palliative RT is graded weekly. Blood is taken at 0 Gy, 15 Gy and 30 Gy.",
        },
        [(30, 10, None, 'main')],
    ),
    (
        {
            "arms": (('T3', '45 Gy in 25 fractions plus 5-FU; in T4 disease 50.4 Gy in 28 fractions'),),
        },
        [(45, 25, None, 'main'), (50.4, 28, None, 'main')],
    ),
    (
        {
            "arms": (('TNT', 'RT 25 Gy in 5 fractions'), ('CRT', 'RT 50 Gy in 25 fractions')),
            "brief_title": "Short course RT plus chemo vs. CRT",
            "summary": "5x5 Gy with chemotherapy is compared with long-course 25 x 2 Gy chemoradiotherapy.",
        },
        [(25, 5, 5, 'main'), (50, 25, 2, 'main')],
    ),
    (
        {
            "description": "SIB-IMRT in 30 fractions: PTV66 66 Gy (2.2 Gy), PTV60 60 Gy (2.0 Gy), PTV54 54 Gy (1.8 Gy).",
        },
        [(66, 30, 2.2), (60, 30, 2), (54, 30, 1.8)],
    ),
    (
        {
            "arms": (('All', 'IMRT is used for all. The prescribed dose is 50.4 Gy. Each fraction is 1.8 Gy and 28 fractions are given. 95% of the PTV must get 95% of the dose. No more than 5% of the PTV gets over 53 Gy.'),),
        },
        [(50.4, 28, 1.8, 'main')],
    ),
    (
        {
            "description": "Effective dose of the CT is 12 mSv (0.012 Gy). FDG is 3.7 MBq/kg. Tumours are xenografted and treated with 20 Gy in mice.",
        },
        [],
    ),
    (
        {
            "description": "Patients were given 50.4 Gy in 28 fractions and their response was assessed 6 weeks later.",
        },
        [(50.4, 28, None, 'main')],
    ),
    (
        {
            "description": "The maximum dose given to the tumour is 60 Gy in 30 fractions, if organ tolerance permits.",
        },
        [(60, 30, None, 'main')],
    ),
    (
        {
            "description": "Radiotherapy up to a maximum of 60 Gy is given concurrently with S-1.",
        },
        [(60, None, None, 'main')],
    ),
    (
        {
            "description": "Radiotherapy is limited to 45 Gy in patients with large fields.",
        },
        [(45, None, None, 'main')],
    ),
    (
        {
            "description": "The standard treatment in this trial is 50 Gy in 25 fractions of 2 Gy with a lung V20 below 30%.",
        },
        [(50, 25, 2, 'main')],
    ),
    (
        {
            "description": "As has been shown to be safe, 50 Gy will be used in both arms.",
        },
        [(50, None, None, 'main')],
    ),
    (
        {
            "description": "Based on the CROSS results, all patients receive 41.4 Gy in 23 fractions.",
        },
        [(41.4, 23, None, 'main')],
    ),
    (
        {
            "description": "Following the guidelines, radiotherapy consists of 50 Gy in 25 fractions; the mean heart dose is kept below 26 Gy.",
        },
        [(50, 25, None, 'main')],
    ),
    (
        {
            "description": "To reduce lung dose, IMRT is used to deliver 60 Gy in 30 fractions.",
        },
        [(60, 30, None, 'main')],
    ),
    (
        {
            "description": "Patients with previous radiotherapy may enter and are treated with 20 Gy in 5 fractions.",
        },
        [(20, 5, None, 'main')],
    ),
    (
        {
            "description": "For patients with prior whole brain irradiation SRS is used; otherwise WBRT of 30 Gy in 10 fractions.",
        },
        [(30, 10, None, 'main')],
    ),
    (
        {
            "description": "Surgery follows 4-6 weeks after 40 Gy in 20 fractions.",
        },
        [(40, 20, None, 'main')],
    ),
    (
        {
            "description": "After 45 Gy in 25 fractions, response is assessed and operable patients undergo oesophagectomy.",
        },
        [(45, 25, None, 'main')],
    ),
    (
        {
            "description": "Response is evaluated after 45 Gy (25 fractions).",
        },
        [(45, 25, None, 'main')],
    ),
    (
        {
            "description": "The response rate after chemoradiotherapy with 50 Gy is the primary endpoint.",
        },
        [(50, None, None, 'main')],
    ),
    (
        {
            "description": "Survival is compared between 50 Gy/25 fx and 66 Gy/33 fx.",
        },
        [(50, 25, None, 'main'), (66, 33, None, 'main')],
    ),
    (
        {
            "description": "Patients are stratified by stage and then randomised to receive 60 Gy in 30 fractions or 50 Gy in 25 fractions.",
        },
        [(60, 30, None, 'main'), (50, 25, None, 'main')],
    ),
    (
        {
            "description": "Thirty patients have received 25 Gy in 5 fractions in this pilot study; 30 more will be treated with the same dose.",
        },
        [(25, 5, None, 'main')],
    ),
    (
        {
            "description": "Conditioning: TBI 12 Gy, cyclophosphamide 120 mg/kg; irradiated blood products are used throughout.",
        },
        [(12, None, None, 'tbi')],
    ),
    (
        {
            "description": "RT is performed at 60 Gy in 30 fractions after CT simulation with contrast.",
        },
        [(60, 30, None, 'main')],
    ),
    (
        {
            "description": "Intensity-modulated radiotherapy is performed at 50 Gy.",
        },
        [(50, None, None, 'main')],
    ),
    (
        {
            "description": "SBRT to liver metastases at 35 Gy in 5 fractions; 700 cc of liver must get less than 15 Gy.",
        },
        [(35, 5, None, 'sbrt')],
    ),
    (
        {
            "description": "Irradiation of the heart-sparing field with 30 Gy",
        },
        [(30, None, None, 'main')],
    ),
    (
        {
            "description": "The tumour is treated to 54 Gy, or to 50.4 Gy where the stomach would get more than 50 Gy.",
        },
        [(54, None, None, 'main'), (50.4, None, None, 'main')],
    ),
    (
        {
            "description": "Oral mucositis is expected in most patients given 70 Gy in 35 fractions; benzydamine is tested against it.",
        },
        [(70, 35, None, 'main')],
    ),
    (
        {
            "description": "Definitive radiotherapy: daily 2 Gy to 66 Gy. Brainstem maximum 54 Gy, cord 45 Gy, chiasm 54 Gy.",
        },
        [(66, None, 2, 'main')],
    ),
    (
        {
            "description": "In our previous study we found good tolerance. In this study 50.4 Gy (28 × 1.8 Gy) will be combined with toripalimab.",
        },
        [(50.4, 28, 1.8, 'main')],
    ),
    (
        {
            "description": "Compared with historical controls, 60 Gy in 30 fractions with camrelizumab is expected to prolong survival.",
        },
        [(60, 30, None, 'main')],
    ),
    (
        {
            "description": "Radiotherapy starts on day 8: 2 Gy a day until 40 Gy.",
        },
        [(40, None, 2, 'main')],
    ),
    (
        {
            "description": "Between 40 and 50 Gy is given depending on the volume.",
        },
        [((40, 50), None, None, 'main')],
    ),
    (
        {
            "description": "The total dose should not be less than 50 Gy.",
        },
        [(50, None, None, 'main')],
    ),
    (
        {
            "description": "The dose of radiation ranges from 45 Gy to 50.4 Gy.",
        },
        [((45, 50.4), None, None, 'main')],
    ),
    (
        {
            "description": "Bone pain is treated with 20 Gy.",
        },
        [(20, None, None, 'main')],
    ),
    (
        {
            "description": "One 8 Gy fraction is given to the painful site.",
        },
        [(8, 1, None, 'main')],
    ),
    (
        {
            "description": "To spare the hippocampus, WBRT (30 Gy in 10 fractions) uses IMRT; hippocampal maximum 16 Gy.",
        },
        [(30, 10, None, 'main')],
    ),
    (
        {
            "description": "The dose to the bladder is 50 Gy in 25 fractions.",
        },
        [(50, 25, None, 'main')],
    ),
    (
        {
            "description": "The bladder is treated to 64 Gy in 32 fractions.",
        },
        [(64, 32, None, 'main')],
    ),
    (
        {
            "description": "Whole lung irradiation: 12 Gy in 8 fractions of 1.5 Gy to both lungs.",
        },
        [(12, 8, 1.5, 'main')],
    ),
    (
        {
            "description": "Brain and spinal cord to 36 Gy in 20 fractions of 1.8 Gy.",
        },
        [(36, 20, 1.8, 'main')],
    ),
    (
        {
            "description": "SBRT of adrenal or kidney metastases with 30 Gy in 3 fractions",
        },
        [(30, 3, None, 'sbrt')],
    ),
    (
        {
            "description": "Whole lung RT of 15 Gy is followed by surgery.",
        },
        [(15, None, None, 'main')],
    ),
    (
        {
            "description": "Anal cancer: 30.6 Gy in 17 fractions to the pelvis, then field reduction and 19.8 Gy in 11 fractions.",
        },
        [(30.6, 17, None, 'main'), (19.8, 11, None, 'boost')],
    ),
    (
        {
            "summary": "Does hydrogel reduce dermatitis in women given 60 Gy in 30 fractions after lumpectomy?",
        },
        [(60, 30, None, 'main')],
    ),
    (
        {
            "eligibility": "Inclusion: breast cancer, planned adjuvant radiotherapy 50 Gy in 25 fractions; no earlier chest radiotherapy. Exclusion: boost",
        },
        [(50, 25, None, 'main')],
    ),
    (
        {
            "eligibility": "Inclusion Criteria:\n* will receive radiotherapy of 66-70 Gy to the oral cavity\nExclusion Criteria:\n* re-irradiation",
        },
        [((66, 70), None, None, 'main')],
    ),
    (
        {
            "eligibility": "Inclusion Criteria:\n* scheduled for at least 60 Gy of radiotherapy, mean parotid dose above 26 Gy",
        },
        [(60, None, None, 'main')],
    ),
    (
        {
            "eligibility": "Inclusion Criteria:\n* Patients in whom curative radiotherapy (≥ 50 Gy) is intended\n* FEV1 > 1 l",
        },
        [(50, None, None, 'main')],
    ),
    (
        {
            "arms": (('Tislelizumab + CRT', 'Tislelizumab 200 mg iv q3w + paclitaxel/cisplatin + IMRT 50.4 Gy (1.8 Gy/fraction, 28 fractions)'), ('Placebo + CRT', 'Placebo iv q3w + paclitaxel/cisplatin + IMRT 50.4 Gy (1.8 Gy/fraction, 28 fractions)')),
            "brief_title": "Tislelizumab with definitive chemoradiotherapy",
            "summary": "Background: definitive CRT with 50-50.4 Gy is the standard for unresectable ESCC, yet half of patients relapse.",
            "eligibility": "Inclusion Criteria:\n- ESCC\nExclusion Criteria:\n- chest radiotherapy before",
        },
        [(50.4, 28, 1.8, 'main', 'imrt'), (50.4, 28, 1.8, 'main', 'imrt')],
    ),
    (
        {
            "arms": (('nCRT', 'Neoadjuvant radiotherapy 40 Gy in 20 fractions of 2 Gy, 5 days a week'), ('nCRT + PD-1', 'Neoadjuvant radiotherapy 40 Gy in 20 fractions of 2 Gy, 5 days a week; camrelizumab 200 mg d1, d22')),
            "interventions": (('Radiotherapy', '40 Gy/20 f', ('nCRT', 'nCRT + PD-1')),),
        },
        [(40, 20, 2, 'main'), (40, 20, 2, 'main')],
    ),
    (
        {
            "description": "Definitive cases: 54-60 Gy in 27-30 fractions. Preoperative cases: 45-50.4 Gy in 25-28 fractions. Both groups have weekly chemotherapy.",
        },
        [((54, 60), (27, 30), None, 'main'), ((45, 50.4), (25, 28), None, 'main')],
    ),
    (
        {
            "arms": (('Chemo-IO', 'camrelizumab + TP'), ('Chemo-IO + RT', 'camrelizumab + TP; after 2 cycles RT of the primary: 50 Gy in 25 fractions, or 30 Gy in 10 fractions for frail patients')),
            "summary": "For metastatic ESCC, does radiotherapy to the primary help?",
        },
        [(30, 10, None, 'main'), (50, 25, None, 'main')],
    ),
    (
        {
            "description": "Oligometastases: all lesions are treated. Technique A (SBRT): 25-50 Gy in 5 fractions. Technique B (hypofractionation): 45 Gy in 15 fractions. For nodes near bowel, constraints of TG-101 (bowel 30 Gy in 5 fractions) hold.",
        },
        [((25, 50), 5, None, 'sbrt'), (45, 15, None, 'main')],
    ),
    (
        {
            "description": "The GTV receives 60 Gy in fractions of 2 Gy. The CTV receives 54 Gy in fractions of 1.8 Gy.",
        },
        [(60, None, 2, 'main'), (54, None, 1.8, 'main')],
    ),
    (
        {
            "arms": (('Swallowing exercises', 'daily exercises during radiotherapy'), ('Control', 'usual care')),
            "eligibility": "Inclusion Criteria:\n* planned radiotherapy: 66 Gy in 33 fractions\n* able to swallow\nExclusion Criteria:\n* radiotherapy in the past",
        },
        [(66, 33, None, 'main')],
    ),
    (
        {
            "arms": (('Durvalumab', '1500 mg every 4 weeks up to 12 months'), ('Placebo', 'every 4 weeks')),
            "brief_title": "Durvalumab maintenance after definitive chemoradiation",
            "eligibility": "Inclusion: completed definitive concurrent chemoradiation with a dose of 50-64 Gy; no progression. Exclusion: mixed histology",
        },
        [],
    ),
    (
        {
            "arms": (('Arm 1: standard', 'Radiotherapy to a total of 41.4 Gy in 23 fractions'), ('Arm 2: dose-escalated', 'Radiotherapy to a total of 50.4 Gy in 28 fractions')),
            "interventions": (('Radiotherapy 41.4 Gy', '23 fractions', ('Arm 1: standard',)), ('Radiotherapy 50.4 Gy', '28 fractions', ('Arm 2: dose-escalated',))),
        },
        [(41.4, 23, None, 'main'), (50.4, 28, None, 'main')],
    ),
    (
        {
            "interventions": (('Radiation', '45 Gy in 25 fractions to the primary and nodes plus a sequential boost of 9 Gy in 5 fractions, total 54 Gy in 30 fractions', ()),),
        },
        [(45, 25, None, 'main'), (9, 5, None, 'boost')],
    ),
    (
        {
            "description": "Arm A: single 8 Gy. Arm B: 30 Gy over 2 weeks (10 fractions). Retreatment with 8 Gy is allowed after 4 weeks.",
        },
        [(8, 1, None, 'main'), (30, 10, None, 'main'), (8, None, None, 'main')],
    ),
    (
        {
            "description": "Concurrent RT at 2 Gy/fraction ×30 fractions starting on day 1 of cycle 1, total 60 Gy, is given to patients of both arms. Durvalumab is given for 1 year.",
        },
        [(60, 30, 2, 'main')],
    ),
    (
        {
            "brief_title": "50 Gy in 25 fractions with S-1 for the elderly",
            "summary": "Elderly patients receive RT (50Gy/25f) and S-1.",
        },
        [(50, 25, None, 'main')],
    ),
    (
        {
            "summary": "Radical RT, 60 to 66 Gy in 30 to 33 fractions, with endostar infusion.",
        },
        [((60, 66), (30, 33), None, 'main')],
    ),
    (
        {
            "description": "Split course: first 20 Gy/10 f; after a rest of 2 weeks another 40 Gy/20 f.",
        },
        [(20, 10, None, 'main'), (40, 20, None, 'main')],
    ),
    (
        {
            "description": "Chemoradiotherapy of 50.4 Gy (1.8 Gy × 28); then an endoluminal HDR brachytherapy boost with 2 × 8 Gy.",
        },
        [(50.4, 28, 1.8, 'main'), (None, 2, 8, 'boost')],
    ),
    (
        {
            "arms": (('Conditioning', 'TBI 2 Gy twice daily for 3 days (12 Gy); cyclophosphamide 60 mg/kg × 2'),),
            "brief_title": "Cord blood transplant",
        },
        [(12, None, 2, 'tbi')],
    ),
    (
        {
            "brief_title": "CSI",
            "description": "Craniospinal axis: 36 Gy in 18 fractions. Tumour bed: 54 Gy in 30 fractions.",
        },
        [(36, 18, None, 'main'), (54, 30, None, 'main')],
    ),
    (
        {
            "description": "Radiosurgery doses by diameter: up to 2 cm 24 Gy, 2.1 to 3 cm 18 Gy, 3.1 to 4 cm 15 Gy.",
        },
        [(24, None, None, 'sbrt', 'sbrt'), (18, None, None, 'sbrt', 'sbrt'), (15, None, None, 'sbrt', 'sbrt')],
    ),
    (
        {
            "description": "IMRT delivers 70 Gy at 2.12 Gy per fraction to gross tumour and 59.4 Gy at 1.8 Gy per fraction to the elective volume in 33 fractions.",
        },
        [(70, 33, 2.12, 'main', 'imrt'), (59.4, 33, 1.8, 'main', 'imrt')],
    ),
    (
        {
            "arms": (('Exp', 'short-course RT (5 Gy/f × 5 f) followed by CAPOX plus sintilimab × 4'),),
        },
        [(None, 5, 5, 'main')],
    ),
    (
        {
            "summary": "PET-adapted radiotherapy: complete metabolic response after 2 cycles, 40 Gy/20 f; partial, 50 Gy/25 f; none, 60 Gy/30 f.",
        },
        [(40, 20, None, 'main'), (50, 25, None, 'main'), (60, 30, None, 'main')],
    ),
    (
        {
            "arms": (('H-RT', 'Hyperfractionated IMRT: 1.5 Gy per fraction, two fractions per day (interval ≥ 6 h), 36 fractions, 54 Gy in 18 treatment days'),),
        },
        [(54, 36, 1.5, 'main', 'imrt')],
    ),
    (
        {
            "arms": (('A', 'Three-dimensional conformal radiotherapy of 30 Gy in 10 fractions to the oesophagus'),),
        },
        [(30, 10, None, 'main', '3dcrt')],
    ),
    (
        {
            "arms": (('nCRT + toripalimab', 'two doses of toripalimab during chemoradiotherapy (41.4 Gy)'),),
            "brief_title": "Neoadjuvant toripalimab with CROSS",
            "summary": "41.4 Gy was chosen as in CROSS. Patients get weekly carboplatin and paclitaxel with radiotherapy (41.4 Gy in 23 fractions).",
        },
        [(41.4, 23, None, 'main')],
    ),
    (
        {
            "arms": (('Control: CCRT 60 Gy', '60 Gy, 2 Gy per fraction, 30 fractions'), ('Test: CCRT 40 Gy', '40 Gy, 2 Gy per fraction, 20 fractions, if the tumour has cleared after induction')),
        },
        [(60, 30, 2, 'main'), (40, 20, 2, 'main')],
    ),
    (
        {
            "description": "Mediastinal and supraclavicular nodes are irradiated to 50 Gy in 25 fractions. Lymph nodes larger than 1 cm are GTVnd. Doses to organs at risk are limited to: cord 45 Gy, lungs V20 28%, heart V40 30%.",
        },
        [(50, 25, None, 'main')],
    ),
    (
        {
            "description": "Each metastasis is treated with SBRT between 25 Gy and 40 Gy in 5 fractions according to site.",
        },
        [((25, 40), 5, None, 'sbrt')],
    ),
    (
        {
            "description": "Control arm: usual palliative radiotherapy (20 Gy/5 fractions or 30 Gy/10 fractions) to symptomatic sites.",
        },
        [(20, 5, None, 'main'), (30, 10, None, 'main')],
    ),
    (
        {
            "arms": (('RT', 'Low-toxicity RT: 30 Gy/10 fractions, PD-1 inhibitor and chemotherapy'), ('no RT', 'PD-1 inhibitor and chemotherapy')),
            "brief_title": "Radiotherapy of the primary in stage IVB oesophageal cancer",
            "eligibility": "Inclusion:\n1. stage IVB\nExclusion:\n1. fistula\n2. earlier RT of the chest with 40 Gy or more",
        },
        [(30, 10, None, 'main')],
    ),
    (
        {
            "description": "Salvage chemoradiotherapy for nodal recurrence after surgery: 50-60 Gy in 25-30 fractions, with S-1. Patients irradiated before (41.4 Gy) cannot enter.",
        },
        [((50, 60), (25, 30), None, 'main')],
    ),
    (
        {
            "description": "PTV1: 45 Gy (25 x 1.8 Gy). PTV2 boost: 14.4 Gy (8 x 1.8 Gy). Sum 59.4 Gy.",
        },
        [(45, 25, 1.8, 'main'), (14.4, 8, 1.8, 'boost')],
    ),
    (
        {
            "interventions": (('Radiation: IMRT', '1.8 Gy daily, Monday to Friday, 28 fractions, total dose of 50.4 Gy', ()), ('Drug: nimotuzumab', '200 mg weekly × 6', ())),
            "summary": "Chemoradiotherapy with nimotuzumab",
        },
        [(50.4, 28, 1.8, 'main')],
    ),
    (
        {
            "arms": (('IFI', '61.2 Gy in 34 fractions, 1.8 Gy each, gross tumour with margin only'), ('ENI', 'same dose, with elective nodes')),
        },
        [(61.2, 34, 1.8, 'main')],
    ),
    (
        {
            "description": "8 fractions of 4 Gy are given every second day.",
        },
        [(None, 8, 4, 'main')],
    ),
    (
        {
            "description": "A dose of 36 Gy, in 12 fractions of 3 Gy, over 16 days, is prescribed to the PTV (V95 ≥ 95%).",
        },
        [(36, 12, 3, 'main')],
    ),
    (
        {
            "summary": "Single-fraction (8 Gy) haemostatic radiotherapy for bleeding oesophageal cancer",
        },
        [(8, 1, None, 'main')],
    ),
    (
        {
            "description": "SBRT with 3 × 8 Gy (24 Gy) to one lesion, on days 1, 3 and 5, before nivolumab 3 mg/kg.",
        },
        [(24, 3, 8, 'sbrt')],
    ),
    (
        {
            "description": "Palliative RT for dysphagia: 3 Gy daily, 4 days, 12 Gy.",
        },
        [(12, None, 3, 'main')],
    ),
    (
        {
            "eligibility": "Inclusion Criteria:\n- Age 70 or older\n- Candidates for radical chemoradiotherapy (60 Gy/30 fx)\nExclusion Criteria:\n- radiotherapy > 20 Gy in the past",
        },
        [(60, 30, None, 'main')],
    ),
    (
        {
            "description": "IMRT; CTV = GTV + 3 cm longitudinally, 1 cm radially; PTV = CTV + 0.5 cm; 54 Gy/30 fractions/6 weeks, 1.8 Gy per fraction.",
        },
        [(54, 30, 1.8, 'main')],
    ),
    (
        {
            "description": "Week 1-5: daily RT, 2 Gy/d, 25 d, total 50 Gy; cisplatin 30 mg/m2 weekly.",
        },
        [(50, None, 2, 'main')],
    ),
    (
        {
            "description": "Hypofractionation 2.5 Gy/f, 16 f, 40 Gy, four times a week with tegafur 60 mg bid.",
        },
        [(40, 16, 2.5, 'main')],
    ),
    (
        {
            "summary": "Doses near 66 Gy have long been wanted for these tumours.",
            "arms": (("Chemoradiotherapy", "54 Gy in 30 fractions with weekly carboplatin"),),
        },
        [(54, 30, None)],
    ),
    (
        {
            "description": "In all, 68 Gy go to the gross disease.",
            "interventions": (("Radiotherapy", "Main course of 48 Gy in 24 fractions, then a boost of 20 Gy in 10 fractions.", ()),),
        },
        [(48, 24, None), (20, 10, None, "boost")],
    ),
    (
        {
            "arms": (("Escalation", "Levels of 7 Gy, 9 Gy, 11 Gy and 16 Gy are tested"),),
            "interventions": (("Stereotactic irradiation (single fraction)", None, ("Escalation",)),),
        },
        [(7, 1, None), (9, 1, None), (11, 1, None), (16, 1, None)],
    ),
    (
        {
            "brief_title": "Boost during surgery in breast cancer",
            "arms": (("A", "IOERT of 9 Gy, then WBRT of 40.5 Gy in 15 fractions"),),
        },
        [(9, None, None), (40.5, 15, None, "main", None)],
    ),
    (
        {"arms": (("A", "The volume PTV1 receives 52.2 Gy in 29 fx at 1.8 Gy/fx; again: 52.2 Gy in 29 fx at 1.8 Gy/fx"),)},
        [(52.2, 29, 1.8)],
    ),
    (
        {
            "summary": "The study is designed to determine whether cement adds to radiotherapy (7 Gy in a single fraction).",
            "description": "- Arm 1: one fraction of 7 Gy\n- Arm 2: one fraction of 7 Gy, then cement",
        },
        [(7, 1, None), (7, 1, None)],
    ),
    (
        {
            "summary": "A decrease to 39.6 Gy is permitted where side effects are severe.",
            "arms": (("Chemoradiotherapy", "45 Gy in 25 fractions with weekly carboplatin"),),
        },
        [(39.6, None, None), (45, 25, None)],
    ),
    (
        {
            "arms": (("Short", "26 Gy in 5 fractions"),),
            "description": "The standard radiotherapy consists of 48 Gy in 24 fractions (2 Gy per fraction).",
        },
        [(26, 5, None)],
    ),
    (
        {
            "summary": "Chemoradiation with 55 Gy (45 Gy in 25 fractions and 10 Gy in 5 fractions boost).",
            "arms": (("Chemoradiation", "45 Gy in 25 fractions, and 10 Gy in 5 fractions boost"),),
            "interventions": (("Radiotherapy", "55 Gy", ("Chemoradiation",)),),
        },
        [(45, 25, None, "main"), (10, 5, None, "boost")],
    ),
    (
        {
            "description": "The breast gets 48 Gy/24 fractions and the bed is boosted to 58 Gy/29 fractions in sequence.",
            "arms": (("Conventional", "48 Gy/24 fractions to the breast, 2 Gy per fraction. Additional 10 Gy/5 fractions to the bed, 2 Gy per fraction."),),
        },
        [(48, 24, 2, "main"), (10, 5, 2, "boost")],
    ),
    (
        {
            "arms": (("Lowest", "Total 4 Gy, 2 x 2 Gy in week 7. Non-responders: additional 16 x 2 Gy (total 36 Gy)"),),
        },
        [(4, 2, 2), (None, 16, 2)],
    ),
    (
        {
            "interventions": (("Brachytherapy (6,2 Gy)", "37.2 Gy over 6 fractions of 6.2 Gy", ()),),
        },
        [(37.2, 6, 6.2, "brachytherapy")],
    ),
    (
        {
            "summary": "Conditioning holds total marrow irradiation of 6 Gy.",
            "interventions": (("Total marrow irradiation", "Total marrow irradiation 1.5 Gy twice a day on days -3 and -2", ()),),
        },
        [(6, None, 1.5, "tbi")],
    ),
    (
        {
            "arms": (("Five fractions", "SBRT of 45 Gy in 3 fractions. The rationale for three fractions is that 54 Gy in 3 fractions is safe elsewhere."),),
        },
        [(45, 3, None, "sbrt")],
    ),
    (
        {
            "arms": (("PCI and consolidation", None),),
            "interventions": (("Consolidation", "Radiotherapy to locoregional disease in 15 daily fractions of 3 Gy to 45 Gy", ("PCI and consolidation",)),),
        },
        [(45, 15, 3, "main")],
    ),
    (
        {
            "arms": (("A", "chemotherapy for three cycles, then a rest of two weeks for all patients who need it and RT 46Gy (5weeks) with weekly drug infusions and a further rest of four weeks before the second part of the chemotherapy starts again, radiotherapy consisting of 46Gy of radiation at 2Gy per day"),),
        },
        [(46, None, 2)],
    ),
    (
        {
            "arms": (("Bed and breast, with boost", None),),
            "interventions": (("Breast with boost", "Whole breast: 48 Gy in 24 fractions. Tumour bed: 12 Gy in 6 fractions.", ("Bed and breast, with boost",)),),
        },
        [(48, 24, None, "main"), (12, 6, None, "boost")],
    ),
    (
        {
            "summary": "Precise radiotherapy with 5x5.2 Gy is superior to conventional radiotherapy with 6x4 Gy, so is the hypothesis.",
            "arms": (("Precise radiotherapy", "5x5.2 Gy in 1 week"),),
        },
        [(None, 5, 5.2)],
    ),
    (
        {
            "description": "Zimmer et al gave 6x4.4 Gy to such patients. Assuming that 6x4.4 Gy has a rate of 60 %, the sample holds 44 patients.",
            "arms": (("Precise radiotherapy", "5x5.2 Gy in 1 week"), ("Observation", None)),
        },
        [(None, 5, 5.2)],
    ),
    (
        {
            "description": "All patients receive two fractions of 7.5 Gy each, then external beams.",
            "arms": (("Implant alone", "2 x 7.5 Gy HDR brachytherapy"),),
        },
        [(None, 2, 7.5, "brachytherapy")],
    ),
    (
        {
            "description": "The standard radiotherapy of 45-50 Gy in 25 daily fractions is a burden to patients.",
            "arms": (("Short", "24 Gy in 4 fractions"), ("Shorter", "20 Gy in 3 fractions")),
        },
        [(24, 4, None), (20, 3, None)],
    ),
    (
        {
            "arms": (("A, standard", "48 Gy/24 fr and a drug"), ("B, high", "60 Gy/24 fr and a drug")),
            "description": "Arm A: 48 Gy/24 fr to all volumes. Arm B: 60 Gy/24 fr to the tumour, 48 Gy/24 fr to the nodes (simultaneous integrated boost).",
        },
        [(48, 24, None), (60, 24, None), (48, 24, None)],
    ),
    (
        {
            "description": "All get 20.8 Gy, 1.6 Gy once daily. Those with a rest receive an additional boost of 9 Gy (total 30 Gy).",
        },
        [(20.8, None, 1.6), (9, None, None, "boost")],
    ),
    (
        {
            "description": "Single dose is 3.1 Gy. Level 1 has 12 x 3.1 Gy.",
        },
        [(None, 12, 3.1)],
    ),
    (
        {
            "description": "Medulloblastoma is given 23.4 Gy in 13 fractions followed by a boost of 30.6 Gy in 17 fractions. All other patients receive 54 Gy in 30 fractions.",
        },
        [(23.4, 13, None, "main"), (30.6, 17, None, "boost"), (54, 30, None, "main")],
    ),
    (
        {
            "description": "Arm I: Once daily for ten days, total dose 1900 cGy. Arm II: Hyperfractionated at 95 cGy twice daily for ten days.",
        },
        [(19, None, None), (None, None, 0.95)],
    ),
]

# Field and text in which no course is stated
NO_COURSE = [
    ("eligibility", "Inclusion Criteria:\n- received thoracic radiotherapy (50-60 Gy) at least 6 months before"),
    ("eligibility", "Inclusion Criteria:\n- local recurrence within the field of an earlier course (>= 50 Gy EQD2)"),
    ("eligibility", "Inclusion Criteria:\n- previous RT to the brain allowed if total <= 30 Gy"),
    ("eligibility", "Inclusion Criteria:\n- completed chemoradiation (radiation dose 60 to 66 Gy) within 42 days"),
    ("eligibility", "Inclusion Criteria:\n- tumour progression after definitive chemoradiotherapy with 50.4 Gy or more"),
    ("eligibility", "Exclusion Criteria:\n- >30 Gy to the lung within 6 months"),
    ("eligibility", "Inclusion Criteria:\n- no earlier radiation above 45 Gy to the spinal cord"),
    ("eligibility", "Inclusion Criteria:\n- has had cumulative anthracycline < 400 mg/m2 and mediastinal RT < 35 Gy"),
    ("eligibility", "Inclusion Criteria:\n- patients treated with neoadjuvant CROSS (41.4 Gy) and R0 resection"),
    ("eligibility", "Inclusion Criteria:\n- dosimetry must allow lung V20 < 35% and cord dose < 48 Gy"),
    ("eligibility", "Inclusion Criteria:\n- Pathologic residual disease after chemoradiotherapy followed by surgery; the radiotherapy dose must have been 40-50.4 Gy"),
    ("eligibility", "Inclusion Criteria:\n- prior palliative radiotherapy to bone lesions (30 Gy / 10 fractions or less) is permitted"),
    ("eligibility", "Inclusion Criteria:\n- whole brain irradiation up to 30 Gy in the past is accepted"),
    ("eligibility", "Inclusion Criteria:\n- Subjects may have had one course of SBRT (up to 60 Gy) before"),
    ("eligibility", "Key exclusion: previous chest RT of more than 20 Gy; Key inclusion: ECOG 0-2"),
    ("eligibility", "Exclusion Criteria:\n1. RT within 2 weeks; palliative bone RT with 8 Gy single fraction is allowed"),
    ("description", "The standard of care for esophageal cancer in the West is 50.4 Gy, while in Asia 60 Gy is preferred."),
    ("description", "Minsky et al found no benefit of 64.8 Gy over 50.4 Gy."),
    ("description", "The optimal dose is controversial: NCCN guidelines advise 41.4 to 50.4 Gy."),
    ("description", "In a phase II trial from Korea, 36 patients were given 45 Gy with S-1, with a response rate of 70%."),
    ("description", "In preclinical models, 8 Gy x 3 but not 20 Gy x 1 led to abscopal responses."),
    ("description", "A dose-response is known for BED up to 100 Gy10."),
    ("description", "Our centre reported on 100 patients treated with 60 Gy, with a median survival of 22 months."),
    ("description", "The incidence of grade 3 pneumonitis was 8% after 60 Gy in that study."),
    ("description", "Between 2008 and 2014, 145 patients were treated with 50 Gy at our institution, with 3-year survival of 40%."),
    ("description", "Late toxicity is rare when the heart receives less than 30 Gy."),
    ("description", "Dose limits. Spinal cord: 45 Gy. Lung: V20 < 30%. Heart: mean 26 Gy. Liver: V30 < 40%."),
    ("description", "The spinal cord is limited to 45 Gy; the brachial plexus to 66 Gy."),
    ("description", "Normal tissue limits are: total lung V20 ≤ 30 % and MLD ≤ 16 Gy; heart D33 < 50 Gy; liver D50 < 30 Gy; kidney D66 ≤ 20 Gy."),
    ("description", "At least 95 % of the PTV is covered by the 50.4 Gy isodose line."),
    ("description", "Hot spots above 55 Gy outside the PTV are to be avoided."),
    ("description", "Weekly CBCT adds about 0.05 Gy."),
    ("description", "Xenografts received 10 Gy."),
    ("description", "Cells were irradiated with 0, 2, 4, 6 and 8 Gy in vitro."),
    ("description", "177Lu-PSMA therapy results in a kidney dose of 5 Gy per cycle."),
    ("description", "Y-90 glass microspheres with a tumour dose of 205 Gy."),
    ("description", "Radioiodine ablation aims at 300 Gy to the remnant."),
    ("description", "Irradiated (30 Gy) blood components must be used."),
    ("description", "If radiotherapy is stopped before 45 Gy the patient is not evaluable."),
    ("description", "A second PET is made at 20 Gy and, when needed, at 40 Gy."),
    ("description", "Blood is drawn at baseline, at 20 Gy and at 40 Gy of radiotherapy."),
    ("description", "Replanning CT takes place after 36 Gy."),
    ("description", "Stratification factors: dose (50.4 vs 60 Gy), T stage and centre."),
    ("description", "Patients are stratified for radiation dose (≤ 50 Gy, > 50 Gy)."),
    ("description", "Patients who had radiotherapy of 50 Gy in the past are analysed apart."),
    ("description", "For comparison, historical controls had 60 Gy without immunotherapy."),
    ("description", "Survival was 20% with 50 Gy in INT 0123."),
    ("description", "Dose rate 15 cGy per minute."),
    ("description", "Total lymphocyte loss is related to the spleen dose; each 1 Gy increase in mean spleen dose raises the risk."),
    ("description", "The equivalent dose in 2 Gy fractions is 62 Gy."),
    ("description", "Volumes: V5, V10 and V20 of the lung, V40 of the heart. Dmax of the cord below 45 Gy."),
    ("arms", "Consolidation durvalumab in patients who completed 54-66 Gy of chemoradiation"),
    ("summary", "To find out whether a heart dose above 30 Gy predicts cardiac events after chemoradiotherapy."),
    ("summary", "Does chemoradiation up to 50 Gy in earlier studies harm the swallowing function? We ask survivors."),
    ("description", "The lungs outside the PTV: no more than 25% above 20 Gy and 50% above 10 Gy."),
    ("description", "The maximum dose allowed for the small bowel is 54 Gy and for the stomach 50 Gy."),
    ("description", "Organs at risk (limit): cord 45 Gy, brain stem 54 Gy, lens 8 Gy."),
    ("eligibility", "Inclusion Criteria:\n- relapse after radical radiotherapy; last fraction > 6 months ago; total dose 50-70 Gy"),
    ("eligibility", "Inclusion Criteria:\n- chemoradiotherapy finished within 6 weeks, total dose at least 50 Gy"),
    ("eligibility", "Inclusion Criteria:\n- bone marrow irradiation not above 20 Gy"),
    ("eligibility", "Inclusion Criteria:\n- If irradiated earlier, the dose to the cord was below 40 Gy"),
    ("eligibility", "Inclusion Criteria:\n- Esophagectomy after nCRT (40-41.4 Gy) with ypN+"),
    ("eligibility", "Inclusion Criteria:\n- unresectable recurrence in a field irradiated with ≥ 45 Gy"),
    ("eligibility", "Inclusion Criteria:\n- no thoracic RT > 30 Gy in the last 6 months"),
    ("eligibility", "Inclusion Criteria:\n- pain after one earlier course to the same bone (8 Gy in 1, 20 Gy in 5 or 30 Gy in 10)"),
    ("eligibility", "Inclusion Criteria:\n- the plan can meet: V20 lung ≤ 35 %, cord ≤ 50 Gy"),
    ("description", "The CROSS trial (41.4 Gy) made neoadjuvant chemoradiotherapy a standard of care."),
    ("description", "Although 50.4 Gy has been the standard since RTOG 9405, half of patients relapse locally."),
    ("description", "Xu and colleagues randomised 319 patients between 60 Gy and 50 Gy; survival did not differ."),
    ("description", "Doses above 60 Gy did not add to survival in the ARTDECO and CONCORDE trials."),
    ("description", "Several centres give 40 Gy, others 50 Gy."),
    ("description", "Retrospective data from 2,000 patients suggest a benefit of more than 50 Gy."),
    ("description", "Animal work pointed to 8 Gy per fraction as the best dose."),
    ("description", "Lymphopenia is common when 50 Gy or more is given with chemotherapy."),
    ("description", "Trials of LDRT with 0.5-2 Gy have shown macrophage reprogramming."),
    ("description", "It is estimated that the heart gets 15 Gy with photons but 5 Gy with protons."),
    ("description", "The mean cardiac dose was 25 Gy in the photon group of a former study."),
    ("description", "Constraints: liver (mean < 28 Gy), stomach (max < 54 Gy), cord (max < 45 Gy)."),
    ("description", "OAR dose: spinal cord PRV ≤ 45 Gy, lung V20 ≤ 28 %, V30 ≤ 20 %, heart V30 ≤ 40 %, V40 ≤ 30 %."),
    ("description", "Lung (bilateral): V5 ≤ 65%, V20 ≤ 30%, Dmean ≤ 17Gy; Cord: Dmax ≤ 45Gy; Heart: V40 ≤ 50%, Dmean ≤ 30Gy"),
    ("description", "Dose to 1 cc of the stomach < 30 Gy; D0.5cc duodenum < 32 Gy"),
    ("description", "No more than 1 cc of bowel may receive 35 Gy."),
    ("description", "A difference of 10 Gy between arms is assumed."),
    ("description", "The study has 80% power to detect a 5 Gy shift in D50."),
    ("description", "Radiation exposure of the PET/CT is around 10 mSv (10 mGy)."),
    ("description", "Cultured lymphocytes are exposed to 2 Gy ex vivo and foci are counted."),
    ("description", "Allogeneic cells, irradiated at 100 Gy, are injected."),
    ("description", "The plaque surface receives 300 Gy per hour."),
    ("description", "At 46 Gy a new plan is made on a repeat CT."),
    ("description", "Endoscopy is repeated after 40 Gy."),
    ("description", "Toxicity is scored at 10, 20, 30 and 40 Gy."),
    ("description", "Withdrawal: less than 40 Gy received because of toxicity."),
    ("description", "Doses of less than 45 Gy count as protocol violation."),
    ("description", "A previous dose of 66 Gy to the neck is recorded."),
    ("description", "Cohorts are defined by the dose they had before: < 50 Gy or ≥ 50 Gy."),
    ("arms", "Survivors who had mantle field radiotherapy of 36 Gy or more"),
    ("arms", "Patients with heart dose > 10 Gy"),
    ("population", "Patients treated with chemoradiotherapy (50 Gy or more) for oesophageal cancer from 2005 to 2015"),
    ("eligibility", "Inclusion Criteria:\n1. Completion of nCRT with 41.4 Gy and surgery, ypT+ or ypN+"),
    ("eligibility", "Inclusion Criteria:\n1. History of esophageal cancer treated with definitive chemoradiation (at least 50 Gy)"),
    ("eligibility", "Inclusion Criteria:\n1. Prior SBRT allowed when BED < 100 Gy"),
    ("eligibility", "Inclusion Criteria:\n1. Previous lung radiotherapy with mean lung dose < 8 Gy"),
    ("eligibility", "Exclusion Criteria:\n1. V20 > 35% or mean lung dose > 20 Gy in the plan"),
    ("eligibility", "Exclusion Criteria:\n1. Radiotherapy with over 45 Gy to the cord in the past"),
    ("eligibility", "Inclusion Criteria:\n1. Locoregional recurrence; at least 6 months from the first irradiation of 50 Gy or more"),
    ("eligibility", "Inclusion Criteria:\n1. Able to complete the plan: lungs V5 < 65%, heart mean < 30 Gy"),
    ("eligibility", "Inclusion Criteria:\n1. No chest RT over 20 Gy before"),
    ("eligibility", "Inclusion Criteria:\n1. Previously operated patients with no radiotherapy; previous doses of 30 Gy to bone are acceptable"),
    ("description", "The 5-year survival after 50.4 Gy chemoradiotherapy is only 27%."),
    ("description", "Radiotherapy of 60 Gy is the most used dose in China."),
    ("description", "The recommended dose in the NCCN guideline is 50-50.4 Gy."),
    ("description", "Hsu and co-workers observed less recurrence with 60 Gy."),
    ("description", "According to earlier work, a dose of 0.5-2 Gy polarises macrophages."),
    ("description", "The local failure rate was 50% within the 50.4 Gy field."),
    ("description", "Many Asian oncologists choose 60 Gy."),
    ("description", "Higher doses (60 Gy) have not improved survival."),
    ("description", "In the phase I part of an earlier trial, 3 dose levels (30, 36 and 42 Gy) were explored."),
    ("description", "Lung: V5 < 60 %, V20 < 28 %, mean < 15 Gy. Heart: V30 < 40 %, mean < 26 Gy. Cord: max < 45 Gy."),
    ("description", "Spinal cord dose should be lower than 45 Gy and total lung V20 below 30%."),
    ("description", "The cord must stay below 46 Gy at any time."),
    ("description", "OARs: cord PRV D0.03cc < 45 Gy; lungs-GTV Dmean < 16 Gy; heart Dmean < 26 Gy; liver V30 < 40%."),
    ("description", "Maximum cord dose: 45 Gy; mean lung: 17 Gy"),
    ("description", "Kidney: not more than 1/3 may receive 20 Gy."),
    ("description", "The 50 Gy isodose must encompass the PTV."),
    ("description", "D95 was 98% and Dmax 66.5 Gy in the planning study."),
    ("description", "A midterm PET/CT (at 40 Gy) guides nothing in this observational study."),
    ("description", "Serum is stored before radiotherapy, after 30 Gy and at the end."),
    ("description", "Patients stopping radiotherapy early (< 45 Gy) are replaced."),
    ("description", "Platelets and red cells are irradiated to 25 Gy."),
    ("description", "Feeder cells are irradiated with 40 Gy."),
    ("description", "The administered activity leads to about 20 Gy in the bone marrow."),
    ("description", "The yearly limit for staff is 0.02 Gy."),
    ("description", "Dose per arc was measured with 0.1 Gy accuracy."),
    ("description", "The trial is powered to show that 10 Gy less to the heart lowers the risk."),
    ("description", "Randomisation is stratified by intended dose: 45-50.4 Gy or more."),
    ("summary", "Long-term survivors after chest doses of 30 Gy or more are screened with echocardiography."),
    ("arms", "People who had at least 20 Gy chest radiotherapy in childhood"),
    ("description", "The duodenum must receive no more than 33 Gy to 0.5 cc and 25 Gy to 10 cc."),
    ("description", "In an earlier Dutch trial 41.4 Gy in 23 fractions before surgery doubled survival."),
    ("description", "Whole-body dose from the therapeutic activity is limited to 2 Gy."),
    ("description", "Kidneys are shielded once 12 Gy have been given."),
    ("description", "Patients who had chest radiotherapy above 20 Gy cannot enter."),
    ("description", "PTV D95 is at least 95 % and D2cc of the rectum stays below 38 Gy."),
    ("description", "Lung V5Gy under 55 %, V20Gy under 25 %, mean lung dose under 15 Gy."),
    ("description", "The cumulative EQD2 of both courses may reach 100 Gy."),
    ("description", "The RTOG 9405 trial compared 64.8 Gy with 50.4 Gy and found no benefit of the higher dose."),
    ("description", "The absorbed dose of the labelled peptide in tumours was 55 Gy."),
    ("description", "A blood sample is taken at 20 Gy and at 40 Gy."),
    ("description", "Toxicity was scored when 30 Gy had been reached."),
    ("description", "Cells are irradiated with 35 Gy before infusion."),
    ("description", "If the brachial plexus would get over 66 Gy the plan is rejected."),
    ("description", "Historical series with 60 Gy had a two-year survival of 40 %."),
    ("description", "Stent or a single 8 Gy may be allowed as rescue medication for pain."),
    ("description", "The heart mean dose was 8.4 Gy on average in our earlier cohort."),
    ("description", "A difference of 10 Gy between plans is regarded as relevant."),
    ("description", "Palliative radiotherapy before entry (up to 30 Gy) must have ended two weeks ago."),
    ("description", "Dose rate of the source at 1 cm is 0.6 Gy per hour."),
    ("description", "Spinal cord PRV D0.03cc under 45 Gy and brainstem D0.03cc under 54 Gy."),
    ("description", "Not eligible: irradiation of the heart with a mean dose of over 10 Gy."),
    ("description", "About 70 % of relapses after 50 Gy were within the irradiated field in our retrospective series."),
    ("description", "CROSS delivered 41.4 Gy whereas ARTDECO delivered up to 61.6 Gy."),
    ("description", "The composite dose of both courses to the aorta must not exceed 120 Gy."),
    ("description", "Patients had completed concurrent chemoradiotherapy to a dose of 54-66 Gy within six weeks."),
    ("description", "Each mL of the microsphere suspension delivers 120 Gy to the perfused liver."),
    ("description", "Uninvolved larynx mean at most 40 Gy; pharyngeal constrictors mean at most 50 Gy."),
    ("description", "An adaptive CT will be acquired when 20 Gy were delivered."),
    ("description", "Trial PRODIGE showed that 50 Gy was as good as 66 Gy."),
    ("description", "Relapse inside the 95 % isodose of the former 60 Gy treatment is required."),
    ("description", "Dose-limiting toxicity before 40 Gy counts as failure."),
    ("description", "A dosimetric comparison expects 3 Gy less to the lungs."),
    ("description", "Prior whole-brain radiotherapy up to 30 Gy in 10 fractions is permitted."),
    ("description", "The marrow receives less than 2 Gy from the infusion of lutetium-177."),
    ("description", "Participants with thyroid doses above 20 Gy are followed for hypothyroidism."),
    ("description", "Platelets irradiated with 25 Gy are transfused."),
    ("description", "In Europe 50.4 Gy in 28 fractions is the usual preoperative dose."),
    ("description", "Stomach wall: V40Gy < 30 %, maximal dose < 54 Gy."),
    ("description", "At 36 Gy the volumes are drawn again on a new scan."),
    ("description", "A trial in Uganda gave 8 Gy once and reported relief in two thirds."),
    ("description", "The optic chiasm may get at most 54 Gy."),
    ("description", "Mean dose to both parotids is to be kept as low as possible, ideally under 26 Gy."),
    ("description", "Rectum V65Gy and V75Gy are documented."),
    ("description", "No patient with earlier radiation of the abdomen over 30 Gy is accepted."),
    ("description", "Subjects whose lesion progressed after 60 Gy are the population of interest."),
    ("description", "The dose to the bowel loops, D2cc, is recorded and should lie below 52 Gy."),
    ("description", "The dose that the liver gets outside the target is to be held under 15 Gy in 700 cc."),
    ("description", "Endoscopy is repeated after 40 Gy."),
    ("description", "Blood components are irradiated with 25 Gy."),
    ("description", "Radioiodine delivers about 80 Gy to the remnant."),
    ("description", "Local control at two years was 48 % with 50.4 Gy and 55 % with 64.8 Gy."),
    ("description", "Preclinical data suggest that 8 Gy in three fractions is superior to 20 Gy once."),
    ("description", "An EQD2 of 66 Gy is reached."),
    ("description", "Patients treated with 50 Gy or more in the past have to have an interval of 12 months."),
    ("description", "The threshold of 20 Gy for pneumonitis is explored."),
    ("description", "An increase of the dose by 10 Gy is expected to raise control by 5 %."),
    ("description", "For the lung, V20 Gy of 30 % is the upper limit; for the heart, 40 Gy to 40 % of the volume."),
    ("description", "The tolerance of the skin, 32 Gy in 5 fractions, is respected."),
    ("description", "Toxicity that leads to stopping radiotherapy before 36 Gy is dose limiting."),
    ("description", "Earlier phases of the project tested 5 Gy and 10 Gy."),
    ("description", "Previous chemoradiation (50-60 Gy) more than six months ago"),
    ("description", "Treatment planning was done for 45 Gy as well in order to compare lung doses."),
    ("description", "Our department used 45 Gy in 25 fractions before 2010."),
    ("description", "Salivary glands received 30 Gy on average."),
    ("description", "Gamma-irradiated cells (40 Gy) serve as vaccine."),
    ("description", "Intrahepatic infusion of holmium microspheres aims at 60 Gy in the whole liver."),
    ("description", "Cumulative spinal cord dose over 50 Gy is a reason for exclusion."),
    ("description", "Ovarian function is lost after 4 Gy."),
    ("description", "The hospital had given 30 Gy in 10 fractions to such patients until 2015."),
    ("description", "Maximum dose in the stomach: 22 Gy in three fractions."),
    ("description", "Eligible if the recurrence lies within the volume that received 45 Gy or more."),
    ("description", "Samples of saliva are collected at 0, 20 and 40 Gy."),
    ("description", "The trachea may not be given more than 63 Gy."),
    ("description", "In Japan 60 Gy is the standard for definitive chemoradiotherapy."),
    ("description", "Each administration of I-131 is expected to give 0.3 Gy to the marrow."),
    ("description", "Tumour shrinkage was seen after 20 Gy in most mice."),
    ("description", "Doses were recalculated to an EQD2 of 75 Gy."),
    ("description", "Earlier radiotherapy with a total dose of at least 50 Gy"),
    ("description", "Heart V30Gy below 46 %; cord maximum 45 Gy."),
    ("description", "Leukocytes irradiated at 30 Gy are given on day 5."),
    ("description", "Patients are grouped by whether they received below or above 50 Gy."),
    ("description", "A planning study suggested that 5 Gy can be spared in the heart."),
    ("description", "The investigators of the first trial chose 66 Gy."),
    ("description", "Failure occurs mostly in the region that got 60 Gy."),
    ("description", "Exposure of the fetus must be under 0.1 Gy."),
    ("description", "Radiotherapy is interrupted at 36 Gy for a response scan."),
    ("description", "Mandible hot spots over 70 Gy are avoided."),
    ("description", "Survival with 50 Gy was 19 months in that study."),
    ("description", "The plan is made so that 98% of the PTV receives at least 47 Gy."),
    ("description", "Sham irradiation with 16 Gy is simulated in the second group."),
    ("description", "The dose will be escalated by 3 Gy for each level."),
    ("description", "Gaps are made up, but not more than 13 Gy are given during any 7-day period."),
    ("description", "The department's usual schedule is a routine practice in Britain: 39 Gy in 13 fractions."),
    ("description", "With the current standard (60 Gy in 30 fractions) the outcome remains poor."),
    ("description", "Other groups used 28 Gy in 4 fractions."),
    ("description", "The Nordic trial FOOBAR 2/3 tested a schedule of 64 Gy in 32 fractions."),
    ("description", "Late effects of a second course in a previously (> 48 Gy) irradiated field are recorded."),
    ("description", "The regimen amounts to NID2Gy = 52 Gy."),
    ("description", "In the NORDIC-7 trial 41 Gy in 7 fractions was no worse than the longer course."),
    ("description", "SUMMIT-X compared 64 Gy in 32 fractions with 44 Gy in 30 fractions."),
    ("description", "Ivanov used 52 Gy in 34 fractions within 17 days."),
    ("description", "Single large doses of 24 Gy had local control of nine in ten."),
    ("description", "Nowadays, treatment commonly consists of 76 to 78 Gy in 2 Gy fractions."),
    ("description", "At 30.6 Gy/17 fractions, a new plan is made."),
    ("description", "These constraints were used: maximal dose to PTV <105% (31.5 Gy); minimal dose to PTV 28 Gy."),
    ("description", "The spinal cord is held within a tolerable <10 Gy to 10% partial volume or max point dose 17 Gy."),
    ("description", "A Danish study recently proved that 28 Gy in 10 fractions of 2.8 Gy prolongs survival."),
    ("description", "FINISH trials delivered 39 Gy, 42 Gy and 40 Gy in 13-15 fractions."),
    ("description", "In SABR-FOO (1-5 metastases) doses of 30-54 Gy in 3-8 fractions were used, with few effects."),
    ("description", "In the Turin R12-03 trial the boost (80 Gy/3 fr) improved control more than 39 Gy/13 fr alone did."),
    ("description", "Large fields with 30-40 Gy were treated; this was the standard."),
    ("description", "For example, 57 Gy in three 19 Gy fractions is known as ablation."),
    ("description", "The standard neoadjuvant radiation dose per fraction is 180 cGy for a total of 5040 cGy."),
    ("description", "The schedule used was 69 Gy in 2.3 Gy daily fractions."),
    ("description", "Standard therapy consists of an operation followed by radiotherapy of 58 Gy."),
    ("description", "Low doses (≤ 90 cGy) induces a response against inflammation."),
    ("description", "In practice, the vast majority of patients are treated with 1.8 Gy fractions."),
    ("description", "Spinal cord: maximal permitted dose to spinal cord is 38 Gy."),
    ("description", "The mean doses per fraction of five fractions to the kidneys are 4.4 Gy and 3.7 Gy."),
    ("eligibility", "Inclusion Criteria:\n- Not a candidate for standard radiotherapy (58 Gy in 29 fractions)"),
    ("eligibility", "Inclusion Criteria:\n- Previous first line therapy with radiotherapy including 58 Gy in 29 fractions"),
    ("eligibility", "Inclusion Criteria:\n- Prior radiation is excluded; else up to 1900 cGy at 1.9 Gy per day will be allowed"),
    ("description", "The EQD2 at the tumour is about 52 Gy for Arm A and 90 Gy for Arm B."),
    ("description", "Spinal cord max 11 Gy (single), 17 Gy (three fractions)."),
    ("description", "In case of two earlier courses, thecal sac PRV limited to 12 Gy in 2 #."),
    ("description", "The mouth is sore from 20 Gy on and the evaluation will be at 10, 30 and 60 Gy."),
    ("description", "At least 700 cc of normal liver must receive less than 20 Gy in 5 fractions (17 Gy for 3 fractions)."),
    ("description", "In our earlier pilot study patients were treated with 44 Gy in 4 fractions or with 22 Gy in one fraction."),
    ("description", "In our phase I trial five cohorts were treated from 24 Gy to 42 Gy in 5 fractions and no DLT was found."),
    ("description", "The pooled analysis described a median 24 Gy in single fraction."),
    ("description", "SBRT (57 Gy in 3 fractions, elsewhere) has local control above 90 %."),
    ("description", "In the preceding phase 1b trial, soreness began at a median dose of 62 Gy."),
    ("description", "The dose is increased with 1 Gy per fraction."),
    ("eligibility", "Inclusion Criteria:\n- At least two oral sites are planned to receive 48 Gy or more"),
    ("eligibility", "Inclusion Criteria:\n- Previous RT of 59 Gy, six months ago; elderly patients with 41 Gy in 15 fractions may enter"),
    ("description", "In FOO0403, 46 Gy in 4 fractions at the isocentre was given to small tumours."),
    ("description", "The society recommends 5 fractions of 5-5.5 Gy each."),
    ("description", "In the era before antibiotics, 0.3 to 0.6 Gy was used for pneumonia."),
    ("description", "Whole breast 48 Gy in 24 fractions is the standard treatment after an operation."),
    ("description", "In pigs, 33 Gy was well tolerated; in cats a single dose of 24 to 40 Gy was given."),
    ("description", "Previous schedule of the centre: 3 fractions of 4-6 Gy."),
    ("description", "The MAST trial studied 5x5.6 Gy once a week against 48 Gy/24."),
    ("description", "Maximum doses of organs at risk are known (e.g. spinal cord 28 Gy in 5 fractions, skin 39 Gy)."),
    ("description", "Weekly sessions are accepted in patients unfit for 62Gy in 31 fractions or 54Gy in 20 fractions."),
    ("description", "It may kill cells with fewer effects than the usual 22-28 Gy."),
    ("description", "There are hints that 0.4 Gy may be more effective."),
    ("description", "Rationale: FINISH B used 38 Gy in 13 fractions."),
    ("description", "Such tumours are said to resist: the tumour is said to need more than 1.9 Gy fractions."),
    ("description", "Swedish experience used 28-38 Gy in 3-5 fractions."),
    ("description", "Data with ions (50.8-70.6 GyE in 16 fractions) are promising."),
    ("description", "Ventricles were cured with 28-34 Gy before."),
    ("description", "Levels of 13 Gy (3.25 Gy/fraction) and 15 Gy (3.75 Gy/fraction) were tested before."),
    ("description", "For small lesions radiosurgery with 12-14 Gy is an option."),
    ("description", "Conventional treatment of glioma is 58 Gy (2 Gy per fraction)."),
    ("description", "Necrosis is seen mostly after 58 Gy to the jaw."),
    ("description", "Limits: one kidney < 14 Gy mean, myelon 44 Gy."),
    ("description", "Dose to the spinal cord PRV is limited to 22.5Gy in 5 fractions and 34Gy in 10 fractions."),
    ("description", "Failure remains a major problem after definitive treatment of 48 to 58 Gy."),
    ("description", "Necrosis is severe, seen in 6% of patients after doses above 58 Gy."),
    ("description", "Dose limits for the spinal cord (PRV Dmax 20,9 Gy in 3 fractions; 29 Gy in 5 fractions) are kept."),
    ("description", "The outcome after conventional irradiation (35 Gy) remains poor."),
    ("description", "Two trials used 6 x 0.9 Gy; both trials used it in two weeks."),
    ("description", "Of patients with pelvic radiotherapy (48-76 Gy) one in ten will develop late symptoms."),
    ("description", "In the study of Moore the doses were 17-36 Gy in 1-5 fractions."),
    ("description", "Recurrence rates after 48 Gy lie between 5 and 10%."),
    ("description", "Conventional chemoradiation uses 48.6 Gy in 27 fractions."),
    ("description", "In the CROSS trial, 41.4 Gy in 23 fractions was combined with carboplatin and paclitaxel."),
    ("description", "At least 95% of the PTV should be covered by 95% of the dose (47.5 Gy)."),
    ("description", "Radiotherapy counts as complete if 90% of the dose (54 Gy) has been given."),
    ("description", "Toxicity is expected at doses beyond 70 Gy."),
    ("description", "With doses under 40 Gy local recurrence is frequent."),
    ("description", "Previously, patients were given 66 Gy to the tumour bed."),
    ("description", "Re-irradiation is allowed if the earlier dose did not exceed 60 Gy."),
    ("description", "Low-dose radiation (0.5-2 Gy) reprograms macrophages."),
    ("description", "In a mouse model, 3 x 8 Gy with anti-CTLA-4 led to abscopal responses."),
    ("description", "The dose to the remaining stomach should be as low as possible, not beyond 40 Gy."),
    ("description", "Patients who had 50 Gy or more to the chest may not enter."),
    ("description", "Time since the last radiotherapy (at least 45 Gy) is 6 months or longer."),
    ("description", "Patients have finished concurrent chemoradiotherapy with a dose of 60 Gy in 30 fractions."),
    ("description", "A deviation of 5 Gy from the plan is a major violation."),
    ("description", "We assume response rates of 40% with 30 Gy and 60% with 45 Gy."),
    ("description", "Palliative RT of up to 30 Gy for bone pain is permitted during the study."),
    ("description", "IMRT lowers the heart dose by 5 Gy."),
    ("description", "Radiation doses in older patients are often reduced to 40-45 Gy."),
    ("description", "There is no consensus on whether 50 or 60 Gy is better."),
    ("description", "Large fractions (more than 8 Gy) damage vessels."),
    ("description", "Doses of 0.5 to 1.5 Gy are anti-inflammatory."),
    ("description", "Radiotherapy alone with 64 Gy gives a 5-year survival near zero."),
    ("description", "It is unclear whether doses beyond 50 Gy help."),
    ("description", "The incidence of pneumonitis rises when more than 20 Gy reach 30% of the lungs."),
    ("description", "Patients will be off treatment if more than 5 Gy were missed."),
    ("description", "Missed doses of up to 4 Gy need no compensation."),
    ("description", "Total radiation dose below 45 Gy for any reason counts as incomplete."),
    ("description", "Subjects who got less than 40 Gy are not evaluable."),
    ("description", "Eight of ten pilot patients completed 60 Gy."),
    ("description", "Patients with brain metastases may be irradiated (30 Gy in 10 fractions) before entry."),
    ("description", "SRS of 20 Gy is allowed for new brain lesions while on study drug."),
    ("description", "Prior brachytherapy of 20 Gy is allowed."),
    ("description", "The original plan had to be at least 50 Gy."),
    ("description", "If surgery is refused, up to 60 Gy may be given outside the study."),
    ("description", "The cost of 30 fractions of 2 Gy is higher than that of 5 fractions of 5 Gy."),
    ("description", "The TCP model gives a D50 of 49 Gy."),
    ("description", "Hypofractionation means more than 2.2 Gy per fraction."),
]
