INSERT INTO _sqlite_migrations VALUES (1, 'integrate', 'm001_first_schema', '2026-11-23 00:32:09.252039+00:00');
INSERT INTO _sqlite_migrations VALUES (2, 'integrate', 'm002_results_of_measures', '2026-11-23 00:32:09.253117+00:00');
INSERT INTO _sqlite_migrations VALUES (3, 'integrate', 'm003_stages_and_stars', '2026-11-23 00:32:09.254770+00:00');
INSERT INTO answers VALUES (1, 2, 0, 'mood', 'How is your mood?', NULL, 'scale', '7', NULL);
INSERT INTO answers VALUES (2, 2, 1, NULL, 'What is still with you?', 'Small is fine.', 'text', 'The light.
The cold.', NULL);
INSERT INTO answers VALUES (3, 2, 2, 'feelings', 'Which words come near?', NULL, 'feelings', 'calm
tired', NULL);
INSERT INTO answers VALUES (4, 5, 0, 'mood', 'How is your mood?', NULL, 'scale', '3', NULL);
INSERT INTO answers VALUES (5, 5, 1, 'distress', 'How is your distress?', NULL, 'scale', '7', NULL);
INSERT INTO answers VALUES (6, 6, 0, 'mood', 'How is your mood?', NULL, 'scale', '5', NULL);
INSERT INTO answers VALUES (7, 6, 1, 'distress', 'How is your distress?', NULL, 'scale', '5', NULL);
INSERT INTO answers VALUES (8, 7, 0, 'mood', 'How is your mood?', NULL, 'scale', '6', NULL);
INSERT INTO answers VALUES (9, 7, 1, 'distress', 'How is your distress?', NULL, 'scale', '4', NULL);
INSERT INTO answers VALUES (10, 8, 0, 'mood', 'How is your mood?', NULL, 'scale', '8', NULL);
INSERT INTO answers VALUES (11, 8, 1, 'distress', 'How is your distress?', NULL, 'scale', '2', NULL);
INSERT INTO answers VALUES (12, 30, 0, NULL, 'Feeling nervous', NULL, 'scale', 'Nearly every day', NULL);
INSERT INTO answers VALUES (13, 30, 1, NULL, 'Thoughts', NULL, 'scale', 'More than half the days', 1);
INSERT INTO checkins VALUES (5, 'daily', 'Check in');
INSERT INTO checkins VALUES (6, 'daily', 'Check in');
INSERT INTO checkins VALUES (7, 'daily', 'Check in');
INSERT INTO checkins VALUES (8, 'daily', 'Check in');
INSERT INTO drafts VALUES ('d-1', 'writing', 'week-one', 'Week one', '{"guide": "week-one", "answers": []}', '2026-11-22T19:00:00Z', '2026-11-22T19:00:00Z', '1-a');
INSERT INTO entries VALUES (2, 'week-one', 'Week one');
INSERT INTO entries VALUES (9, NULL, NULL);
INSERT INTO entries VALUES (10, NULL, NULL);
INSERT INTO entries VALUES (11, NULL, NULL);
INSERT INTO entries VALUES (12, NULL, NULL);
INSERT INTO entries VALUES (13, NULL, NULL);
INSERT INTO entries VALUES (14, NULL, NULL);
INSERT INTO entries VALUES (15, NULL, NULL);
INSERT INTO entries VALUES (16, NULL, NULL);
INSERT INTO entries VALUES (17, NULL, NULL);
INSERT INTO entries VALUES (18, NULL, NULL);
INSERT INTO entries VALUES (19, NULL, NULL);
INSERT INTO entries VALUES (20, NULL, NULL);
INSERT INTO entries VALUES (31, NULL, NULL);
INSERT INTO erased VALUES ('01a204a5-bb60-7a5e-9fa6-bb0d66dc71de', 'entry', '2026-11-22T19:05:00Z');
INSERT INTO experiences VALUES (1, 'psilocybin', 1, 'a house', 'Ana', 'to listen');
INSERT INTO feelings VALUES (2, 2, 0, 'calm', 'Quiet');
INSERT INTO feelings VALUES (2, 2, 1, 'tired', 'Low');
INSERT INTO fragments VALUES (21, 'image');
INSERT INTO goals VALUES (23, 'active');
INSERT INTO insights VALUES (3, 'insight', 'not yet');
INSERT INTO insights VALUES (4, 'belief', 'revise');
INSERT INTO lines VALUES (22, 'talk list');
INSERT INTO links VALUES (2, 1, 'about', '2026-11-22T19:00:00Z', NULL);
INSERT INTO links VALUES (3, 2, 'came from', '2026-11-22T19:00:00Z', NULL);
INSERT INTO links VALUES (20, 1, 'about', '2026-11-22T19:05:00Z', NULL);
INSERT INTO links VALUES (23, 22, 'part of', '2026-11-22T19:05:00Z', NULL);
INSERT INTO links VALUES (29, 1, 'about', '2026-11-22T19:05:00Z', NULL);
INSERT INTO practices VALUES (25, 'active', 'after coffee');
INSERT INTO ratings VALUES (2, 0, 'mood', 7, 0, 10, '0 low .. 10 light');
INSERT INTO ratings VALUES (5, 0, 'mood', 3, 0, 10, '0 low .. 10 light');
INSERT INTO ratings VALUES (5, 1, 'distress', 7, 0, 10, '0 low .. 10 light');
INSERT INTO ratings VALUES (6, 0, 'mood', 5, 0, 10, '0 low .. 10 light');
INSERT INTO ratings VALUES (6, 1, 'distress', 5, 0, 10, '0 low .. 10 light');
INSERT INTO ratings VALUES (7, 0, 'mood', 6, 0, 10, '0 low .. 10 light');
INSERT INTO ratings VALUES (7, 1, 'distress', 4, 0, 10, '0 low .. 10 light');
INSERT INTO ratings VALUES (8, 0, 'mood', 8, 0, 10, '0 low .. 10 light');
INSERT INTO ratings VALUES (8, 1, 'distress', 2, 0, 10, '0 low .. 10 light');
INSERT INTO ratings VALUES (30, 0, NULL, 3, 0, 3, '0 Not at all .. 1 Several days .. 2 More than half the days .. 3 Nearly every day');
INSERT INTO ratings VALUES (30, 1, NULL, 2, 0, 3, '0 Not at all .. 1 Several days .. 2 More than half the days .. 3 Nearly every day');
INSERT INTO results VALUES (30, 'phq-4', 'PHQ-4', 'Over the last 2 weeks', 5.0, 0.0, 12.0, 'mild', 'This is not a diagnosis.');
INSERT INTO revisions VALUES (1, 1, NULL, '2026-11-22T19:00:00Z', 'The lake', 'Cold.', '55c06feedac23520a8a982e056538b7a');
INSERT INTO revisions VALUES (2, 2, NULL, '2026-11-22T19:00:00Z', 'The lake', NULL, '1360d841703fbe6822dd6c08160d464e');
INSERT INTO revisions VALUES (3, 3, NULL, '2026-11-22T19:00:00Z', 'It is all one.', NULL, '428cc8a0cb0334d2e32d0fd10dab256a');
INSERT INTO revisions VALUES (4, 3, 3, '2026-11-22T19:05:00Z', 'It is all one.', 'Mostly.', '6f36ac539ad5f36c545e445b5aa7d2ca');
INSERT INTO revisions VALUES (5, 4, NULL, '2026-11-22T19:05:00Z', NULL, 'Day 4.', '09e1ecd22caf94d7322112ac530eccc7');
INSERT INTO revisions VALUES (6, 5, NULL, '2026-11-22T19:05:00Z', NULL, 'Day 3.', 'b248c392e71e4ada937bee0a21fc38a4');
INSERT INTO revisions VALUES (7, 6, NULL, '2026-11-22T19:05:00Z', NULL, 'Day 3.', 'a86b045104077979250ff92b485291a6');
INSERT INTO revisions VALUES (8, 7, NULL, '2026-11-22T19:05:00Z', NULL, 'Day 0.', '951a92b72571c101cd49b3d00fedb1fb');
INSERT INTO revisions VALUES (9, 8, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 0.
Über den See.', '31543e7a2ecd6d568b39c694d88309c1');
INSERT INTO revisions VALUES (10, 9, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 1.
Über den See.', '926337d76a6cd551027c844e8f68ee94');
INSERT INTO revisions VALUES (11, 10, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 2.
Über den See.', '5309bc88a994c2e829fe10832805b1a3');
INSERT INTO revisions VALUES (12, 11, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 3.
Über den See.', '88e96f91b4bc09373297a7e4283a6b21');
INSERT INTO revisions VALUES (13, 12, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 4.
Über den See.', 'cbf9478118f0f1579b8ef4c0d1a17bc3');
INSERT INTO revisions VALUES (14, 13, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 5.
Über den See.', 'cfb8bde63de5fe4a83dd63024af9b86f');
INSERT INTO revisions VALUES (15, 14, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 6.
Über den See.', 'd49469f54c98071004e5735578351e1d');
INSERT INTO revisions VALUES (16, 15, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 7.
Über den See.', '45be1a835ee71cc8d2163e077268189e');
INSERT INTO revisions VALUES (17, 16, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 8.
Über den See.', '08ee0f4fbba4df9ac07250184282d764');
INSERT INTO revisions VALUES (18, 17, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 9.
Über den See.', 'cea5f3537917ced4ab48366c30e0234c');
INSERT INTO revisions VALUES (19, 18, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 10.
Über den See.', '9e679c7f1c8cb3a46db4b7738c5b0f1b');
INSERT INTO revisions VALUES (20, 19, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 11.
Über den See.', 'cdb7e0292a22e4fa52760c84d304832d');
INSERT INTO revisions VALUES (21, 20, NULL, '2026-11-22T19:05:00Z', NULL, 'A blue door.', 'b115efdbc2c603ef6aba62d5ebb8a869');
INSERT INTO revisions VALUES (22, 21, NULL, '2026-11-22T19:05:00Z', 'Ask about the ring', NULL, 'f6ebfdee8a78f68e14ec550ef1a701b5');
INSERT INTO revisions VALUES (23, 22, NULL, '2026-11-22T19:05:00Z', 'Live by the water', 'Because.', '1d4cbfb097fcbad71d3387f7e6ea9e42');
INSERT INTO revisions VALUES (24, 23, NULL, '2026-11-22T19:05:00Z', 'Call Ana', NULL, '086ede89d8ad61b66cea1e59f09d8a89');
INSERT INTO revisions VALUES (25, 24, NULL, '2026-11-22T19:05:00Z', 'Walk', 'Legs.', '7cad24791b3129bd3d9a49bc78687729');
INSERT INTO revisions VALUES (26, 25, NULL, '2026-11-22T19:05:00Z', NULL, NULL, 'a339d82fdadc4f761c95e9bad09cc081');
INSERT INTO revisions VALUES (27, 26, NULL, '2026-11-22T19:05:00Z', NULL, 'Rain.', '64a3368591f1402be7fbbb47591370f2');
INSERT INTO revisions VALUES (28, 27, NULL, '2026-11-22T19:05:00Z', NULL, NULL, 'f31466b4db54b958240c949fdb279bd3');
INSERT INTO revisions VALUES (29, 28, NULL, '2026-11-22T19:05:00Z', NULL, NULL, '005551be8d2689e5a18c76fa30952179');
INSERT INTO revisions VALUES (30, 29, NULL, '2026-11-22T19:05:00Z', NULL, 'A hard week.', 'e3a01faba788dd44ee025f16875d408e');
INSERT INTO revisions VALUES (31, 30, NULL, '2026-11-22T19:05:00Z', 'Thrown away', 'Words in the trash.', 'a3fe947f3a29e801911427461a09f6cc');
INSERT INTO settings VALUES ('day-starts', '05:00');
INSERT INTO sittings VALUES (29, 'slow-breath', 'Slow breath', 120.0, 118.5, 9, 1, 7, 4);
INSERT INTO steps VALUES (24, 'done', '2026-11-24', '2026-11-22');
INSERT INTO subscores VALUES (30, 0, 'anxiety', 3.0, 0.0, 6.0);
INSERT INTO subscores VALUES (30, 1, 'depression', 2.0, 0.0, 6.0);
INSERT INTO tags VALUES (2, 'first');
INSERT INTO tags VALUES (3, 'insight');
INSERT INTO tags VALUES (2, 'sea');
INSERT INTO things VALUES (1, '01a204a1-2780-7d64-a2f7-2d6a14346ee9', 'experience', '2026-11-17T13:00:00Z', 'Europe/Berlin', '2026-11-17', 1, NULL, NULL, 0);
INSERT INTO things VALUES (2, '01a204a1-2780-74ca-8be9-88f502488908', 'entry', '2026-11-19T19:00:00Z', 'Europe/Berlin', '2026-11-19', 2, NULL, 'apply', 1);
INSERT INTO things VALUES (3, '01a204a1-2780-7e29-98b3-6dee92c09d28', 'insight', '2026-11-19T19:00:00Z', 'Europe/Berlin', '2026-11-19', 4, NULL, NULL, 0);
INSERT INTO things VALUES (4, '01a204a5-bb60-7453-aba2-42f1b3dc07ce', 'check-in', '2026-11-18T19:00:00Z', 'Europe/Berlin', '2026-11-18', 5, NULL, NULL, 0);
INSERT INTO things VALUES (5, '01a204a5-bb60-7692-ab48-f5112c20160f', 'check-in', '2026-11-19T19:00:00Z', 'Europe/Berlin', '2026-11-19', 6, NULL, NULL, 0);
INSERT INTO things VALUES (6, '01a204a5-bb60-78f1-9320-21a2ad4374de', 'check-in', '2026-11-19T19:00:00Z', 'Europe/Berlin', '2026-11-19', 7, NULL, NULL, 0);
INSERT INTO things VALUES (7, '01a204a5-bb60-703a-b290-12f3a5e37f32', 'check-in', '2026-11-22T19:00:00Z', 'Europe/Berlin', '2026-11-22', 8, NULL, NULL, 0);
INSERT INTO things VALUES (8, '01a204a5-bb60-709e-87a5-406109d5f72c', 'entry', '2026-11-22T19:00:00Z', 'Europe/Berlin', '2026-11-22', 9, NULL, NULL, 0);
INSERT INTO things VALUES (9, '01a204a5-bb60-7859-8073-e26f63d32cd7', 'entry', '2026-11-22T18:00:00Z', 'Europe/Berlin', '2026-11-22', 10, NULL, NULL, 0);
INSERT INTO things VALUES (10, '01a204a5-bb60-7545-918a-0b0f645bddb2', 'entry', '2026-11-22T17:00:00Z', 'Europe/Berlin', '2026-11-22', 11, NULL, NULL, 0);
INSERT INTO things VALUES (11, '01a204a5-bb60-7fc3-b26e-b242c31f3abb', 'entry', '2026-11-22T16:00:00Z', 'Europe/Berlin', '2026-11-22', 12, NULL, NULL, 0);
INSERT INTO things VALUES (12, '01a204a5-bb60-7a90-bc56-b84c02a69e18', 'entry', '2026-11-22T15:00:00Z', 'Europe/Berlin', '2026-11-22', 13, NULL, NULL, 0);
INSERT INTO things VALUES (13, '01a204a5-bb60-7821-98c8-e80bf28fdaaf', 'entry', '2026-11-22T14:00:00Z', 'Europe/Berlin', '2026-11-22', 14, NULL, NULL, 0);
INSERT INTO things VALUES (14, '01a204a5-bb60-790e-bead-62fc21620cdb', 'entry', '2026-11-22T13:00:00Z', 'Europe/Berlin', '2026-11-22', 15, NULL, NULL, 0);
INSERT INTO things VALUES (15, '01a204a5-bb60-76a9-ae28-58d7c3a830e8', 'entry', '2026-11-22T12:00:00Z', 'Europe/Berlin', '2026-11-22', 16, NULL, NULL, 0);
INSERT INTO things VALUES (16, '01a204a5-bb60-7929-acbe-9970dbd0eac4', 'entry', '2026-11-22T11:00:00Z', 'Europe/Berlin', '2026-11-22', 17, NULL, NULL, 0);
INSERT INTO things VALUES (17, '01a204a5-bb60-7e96-8555-a9d17a61569a', 'entry', '2026-11-22T10:00:00Z', 'Europe/Berlin', '2026-11-22', 18, NULL, NULL, 0);
INSERT INTO things VALUES (18, '01a204a5-bb60-7cf8-96c0-28423b0a9930', 'entry', '2026-11-22T09:00:00Z', 'Europe/Berlin', '2026-11-22', 19, NULL, NULL, 0);
INSERT INTO things VALUES (19, '01a204a5-bb60-705e-9cc0-4a2ccafbdda6', 'entry', '2026-11-22T08:00:00Z', 'Europe/Berlin', '2026-11-22', 20, NULL, NULL, 0);
INSERT INTO things VALUES (20, '01a204a5-bb60-74f8-93f9-0b7adaccf49b', 'fragment', '2026-11-17T19:00:00Z', 'Europe/Berlin', '2026-11-17', 21, NULL, NULL, 0);
INSERT INTO things VALUES (21, '01a204a5-bb60-779a-9222-e30b0f7b1f37', 'line', '2026-11-20T19:00:00Z', 'Europe/Berlin', '2026-11-20', 22, NULL, NULL, 0);
INSERT INTO things VALUES (22, '01a204a5-bb60-7b5b-8fb2-73e074e3cb02', 'goal', '2026-11-20T19:00:00Z', 'Europe/Berlin', '2026-11-20', 23, NULL, NULL, 0);
INSERT INTO things VALUES (23, '01a204a5-bb60-7170-89ab-a3b06eb116cb', 'step', '2026-11-22T19:00:00Z', 'Europe/Berlin', '2026-11-22', 24, NULL, NULL, 0);
INSERT INTO things VALUES (24, '01a204a5-bb60-7e17-8866-8135bce5edd9', 'practice', '2026-11-18T19:00:00Z', 'Europe/Berlin', '2026-11-18', 25, NULL, NULL, 0);
INSERT INTO things VALUES (25, '01a204a5-bb60-7232-80c5-f69c2daab2e4', 'tick', '2026-11-20T19:00:00Z', 'Europe/Berlin', '2026-11-20', 26, NULL, NULL, 0);
INSERT INTO things VALUES (26, '01a204a5-bb60-7d14-9ab3-5b788810a646', 'tick', '2026-11-21T19:00:00Z', 'Europe/Berlin', '2026-11-21', 27, NULL, NULL, 0);
INSERT INTO things VALUES (27, '01a204a5-bb60-79f2-ba7f-0c1ffa43b261', 'tick', '2026-11-22T19:00:00Z', 'Europe/Berlin', '2026-11-22', 28, NULL, NULL, 0);
INSERT INTO things VALUES (28, '01a204a5-bb60-7a24-884d-f870e9558aa3', 'sitting', '2026-11-21T19:00:00Z', 'Europe/Berlin', '2026-11-21', 29, NULL, NULL, 0);
INSERT INTO things VALUES (29, '01a204a5-bb60-7964-8099-eaefa032fb26', 'result', '2026-11-21T19:00:00Z', 'Europe/Berlin', '2026-11-21', 30, NULL, NULL, 0);
INSERT INTO things VALUES (30, '01a204a5-bb60-7ae3-b6cd-a2620dcf8331', 'entry', '2026-11-21T19:00:00Z', 'Europe/Berlin', '2026-11-21', 31, '2026-11-22T19:05:00Z', NULL, 0);
INSERT INTO ticks VALUES (26, 24, 'done');
INSERT INTO ticks VALUES (27, 24, 'skipped');
INSERT INTO ticks VALUES (28, 24, 'done');
UPDATE sqlite_sequence SET seq = 31 WHERE name = 'things';
