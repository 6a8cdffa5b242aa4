INSERT INTO _sqlite_migrations VALUES (1, 'integrate', 'm001_first_schema', '2026-11-22 19:15:32.147270+00:00');
INSERT INTO _sqlite_migrations VALUES (2, 'integrate', 'm002_results_of_measures', '2026-11-23 00:02:08.150536+00:00');
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
INSERT INTO entries VALUES (30, NULL, NULL);
INSERT INTO erased VALUES ('01a204a5-bb60-7c89-9ba9-18d981054741', 'entry', '2026-11-22T19:05:00Z');
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
INSERT INTO revisions VALUES (1, 1, NULL, '2026-11-22T19:00:00Z', 'The lake', 'Cold.', 'a97b05b61191c3686e6a5a4571bd173f');
INSERT INTO revisions VALUES (2, 2, NULL, '2026-11-22T19:00:00Z', 'The lake', NULL, 'adafa7f78fc86ebe8c67edd005fca830');
INSERT INTO revisions VALUES (3, 3, NULL, '2026-11-22T19:00:00Z', 'It is all one.', NULL, '89a13083bd00927298d7030c6819c81a');
INSERT INTO revisions VALUES (4, 3, 3, '2026-11-22T19:05:00Z', 'It is all one.', 'Mostly.', 'fcabed7babbf49ef7dee6cacc0e602c5');
INSERT INTO revisions VALUES (5, 4, NULL, '2026-11-22T19:05:00Z', NULL, 'Day 4.', 'a3d1409776b50fb0d113938f2630dc6e');
INSERT INTO revisions VALUES (6, 5, NULL, '2026-11-22T19:05:00Z', NULL, 'Day 3.', '4e0d7d4ee53bb4bf3ddaee2317e279cd');
INSERT INTO revisions VALUES (7, 6, NULL, '2026-11-22T19:05:00Z', NULL, 'Day 3.', 'c14b8a9e9f6754bd2919b035d21dee21');
INSERT INTO revisions VALUES (8, 7, NULL, '2026-11-22T19:05:00Z', NULL, 'Day 0.', '7f171b9b33e9131db49484ee09431d6a');
INSERT INTO revisions VALUES (9, 8, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 0.
Über den See.', 'f4ff8366713144abc1d7193ee3859eec');
INSERT INTO revisions VALUES (10, 9, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 1.
Über den See.', '1ec5934bd08f2ec725022cf2f83e2abc');
INSERT INTO revisions VALUES (11, 10, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 2.
Über den See.', 'f72e231a9c6ed182b7423c17ad506e19');
INSERT INTO revisions VALUES (12, 11, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 3.
Über den See.', 'd46b997d23ba53a3f9980ec8613348d1');
INSERT INTO revisions VALUES (13, 12, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 4.
Über den See.', 'e0331821a18ea2ed9893b012e2103420');
INSERT INTO revisions VALUES (14, 13, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 5.
Über den See.', '2054cd49448106364e675fa2bf6881bd');
INSERT INTO revisions VALUES (15, 14, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 6.
Über den See.', '5f44f142ccf7ab1ce8d4921596a23e4e');
INSERT INTO revisions VALUES (16, 15, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 7.
Über den See.', '6f5f502cc0a9348956c707f13a2df71f');
INSERT INTO revisions VALUES (17, 16, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 8.
Über den See.', '690518c4b804c28e8aab6fcb9962811d');
INSERT INTO revisions VALUES (18, 17, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 9.
Über den See.', '55903f05689213cb567d9d3ab2a1d1f1');
INSERT INTO revisions VALUES (19, 18, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 10.
Über den See.', '9f8524f3bdf0824845e4a8d2bd97c8ef');
INSERT INTO revisions VALUES (20, 19, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 11.
Über den See.', '4a3c7feabc6b56632930699acbbec8b8');
INSERT INTO revisions VALUES (21, 20, NULL, '2026-11-22T19:05:00Z', NULL, 'A blue door.', '09d9165c2059699e12cbe0ff05c87f23');
INSERT INTO revisions VALUES (22, 21, NULL, '2026-11-22T19:05:00Z', 'Ask about the ring', NULL, 'cddf9f95c5b629fec8d4bd8689b24f94');
INSERT INTO revisions VALUES (23, 22, NULL, '2026-11-22T19:05:00Z', 'Live by the water', 'Because.', '746a3efab1c35b4e2de8dd4e5e1c2a6f');
INSERT INTO revisions VALUES (24, 23, NULL, '2026-11-22T19:05:00Z', 'Call Ana', NULL, 'a500b020264a06070b288cdc9d77b07b');
INSERT INTO revisions VALUES (25, 24, NULL, '2026-11-22T19:05:00Z', 'Walk', 'Legs.', 'd17d41abdb2d04d7d0a83ec1a4a12e4f');
INSERT INTO revisions VALUES (26, 25, NULL, '2026-11-22T19:05:00Z', NULL, NULL, '5da766f1b420a27768750ca985a65969');
INSERT INTO revisions VALUES (27, 26, NULL, '2026-11-22T19:05:00Z', NULL, 'Rain.', '02f2c05ce127b0a339617e508a975ff2');
INSERT INTO revisions VALUES (28, 27, NULL, '2026-11-22T19:05:00Z', NULL, NULL, 'b4af82db366de6ce8851a980aa56aafe');
INSERT INTO revisions VALUES (29, 28, NULL, '2026-11-22T19:05:00Z', NULL, NULL, '387a672b42aca4f5266dc52f393dc5b2');
INSERT INTO revisions VALUES (30, 29, NULL, '2026-11-22T19:05:00Z', 'Thrown away', 'Words in the trash.', 'cc442c54a109eae5eeb7bf8e067d76a6');
INSERT INTO settings VALUES ('day-starts', '05:00');
INSERT INTO sittings VALUES (29, 'slow-breath', 'Slow breath', 120.0, 118.5, 9, 1, 7, 4);
INSERT INTO steps VALUES (24, 'done', '2026-11-24', '2026-11-22');
INSERT INTO tags VALUES (2, 'first');
INSERT INTO tags VALUES (3, 'insight');
INSERT INTO tags VALUES (2, 'sea');
INSERT INTO things VALUES (1, '01a204a1-2780-72c8-a546-1eee5d667e6a', 'experience', '2026-11-17T13:00:00Z', 'Europe/Berlin', '2026-11-17', 1, NULL);
INSERT INTO things VALUES (2, '01a204a1-2780-7e06-bda2-2d3f8a413a28', 'entry', '2026-11-19T19:00:00Z', 'Europe/Berlin', '2026-11-19', 2, NULL);
INSERT INTO things VALUES (3, '01a204a1-2780-7a08-9e16-a332f3fec9d8', 'insight', '2026-11-19T19:00:00Z', 'Europe/Berlin', '2026-11-19', 4, NULL);
INSERT INTO things VALUES (4, '01a204a5-bb60-7323-b5de-bf2b4902f6dc', 'check-in', '2026-11-18T19:00:00Z', 'Europe/Berlin', '2026-11-18', 5, NULL);
INSERT INTO things VALUES (5, '01a204a5-bb60-7138-8ff9-5b8e97cdfbd8', 'check-in', '2026-11-19T19:00:00Z', 'Europe/Berlin', '2026-11-19', 6, NULL);
INSERT INTO things VALUES (6, '01a204a5-bb60-7010-be95-5b1a86530f40', 'check-in', '2026-11-19T19:00:00Z', 'Europe/Berlin', '2026-11-19', 7, NULL);
INSERT INTO things VALUES (7, '01a204a5-bb60-7b97-baf0-dbe4494bded3', 'check-in', '2026-11-22T19:00:00Z', 'Europe/Berlin', '2026-11-22', 8, NULL);
INSERT INTO things VALUES (8, '01a204a5-bb60-7470-9a39-3b11e158d3da', 'entry', '2026-11-22T19:00:00Z', 'Europe/Berlin', '2026-11-22', 9, NULL);
INSERT INTO things VALUES (9, '01a204a5-bb60-7d6a-918c-01281a111fa0', 'entry', '2026-11-22T18:00:00Z', 'Europe/Berlin', '2026-11-22', 10, NULL);
INSERT INTO things VALUES (10, '01a204a5-bb60-7362-9554-93bc175811e1', 'entry', '2026-11-22T17:00:00Z', 'Europe/Berlin', '2026-11-22', 11, NULL);
INSERT INTO things VALUES (11, '01a204a5-bb60-760e-b318-e0d96e95036a', 'entry', '2026-11-22T16:00:00Z', 'Europe/Berlin', '2026-11-22', 12, NULL);
INSERT INTO things VALUES (12, '01a204a5-bb60-7bb8-ae41-1f0f497f2b73', 'entry', '2026-11-22T15:00:00Z', 'Europe/Berlin', '2026-11-22', 13, NULL);
INSERT INTO things VALUES (13, '01a204a5-bb60-7daf-941c-ccc3ba5cb65a', 'entry', '2026-11-22T14:00:00Z', 'Europe/Berlin', '2026-11-22', 14, NULL);
INSERT INTO things VALUES (14, '01a204a5-bb60-7597-8fec-fca9c5e6754d', 'entry', '2026-11-22T13:00:00Z', 'Europe/Berlin', '2026-11-22', 15, NULL);
INSERT INTO things VALUES (15, '01a204a5-bb60-7f1c-8201-dde8bf024a0f', 'entry', '2026-11-22T12:00:00Z', 'Europe/Berlin', '2026-11-22', 16, NULL);
INSERT INTO things VALUES (16, '01a204a5-bb60-78d8-84fe-f77585978b7f', 'entry', '2026-11-22T11:00:00Z', 'Europe/Berlin', '2026-11-22', 17, NULL);
INSERT INTO things VALUES (17, '01a204a5-bb60-72a6-b1c3-610c9e2e281e', 'entry', '2026-11-22T10:00:00Z', 'Europe/Berlin', '2026-11-22', 18, NULL);
INSERT INTO things VALUES (18, '01a204a5-bb60-71f6-8b52-cbea958eb74a', 'entry', '2026-11-22T09:00:00Z', 'Europe/Berlin', '2026-11-22', 19, NULL);
INSERT INTO things VALUES (19, '01a204a5-bb60-74ea-baef-38e68a0ced0a', 'entry', '2026-11-22T08:00:00Z', 'Europe/Berlin', '2026-11-22', 20, NULL);
INSERT INTO things VALUES (20, '01a204a5-bb60-718d-a6b6-99c07738ebfc', 'fragment', '2026-11-17T19:00:00Z', 'Europe/Berlin', '2026-11-17', 21, NULL);
INSERT INTO things VALUES (21, '01a204a5-bb60-71ee-b8a5-4073ff20489c', 'line', '2026-11-20T19:00:00Z', 'Europe/Berlin', '2026-11-20', 22, NULL);
INSERT INTO things VALUES (22, '01a204a5-bb60-7823-90ae-3ba4a2b0262e', 'goal', '2026-11-20T19:00:00Z', 'Europe/Berlin', '2026-11-20', 23, NULL);
INSERT INTO things VALUES (23, '01a204a5-bb60-7cc6-8038-fe44417d1b11', 'step', '2026-11-22T19:00:00Z', 'Europe/Berlin', '2026-11-22', 24, NULL);
INSERT INTO things VALUES (24, '01a204a5-bb60-7c51-a708-39bcd535c55b', 'practice', '2026-11-18T19:00:00Z', 'Europe/Berlin', '2026-11-18', 25, NULL);
INSERT INTO things VALUES (25, '01a204a5-bb60-731f-b892-fba08ec24831', 'tick', '2026-11-20T19:00:00Z', 'Europe/Berlin', '2026-11-20', 26, NULL);
INSERT INTO things VALUES (26, '01a204a5-bb60-71a0-8b14-c006fa3d857c', 'tick', '2026-11-21T19:00:00Z', 'Europe/Berlin', '2026-11-21', 27, NULL);
INSERT INTO things VALUES (27, '01a204a5-bb60-7fee-baba-2c738b221b5a', 'tick', '2026-11-22T19:00:00Z', 'Europe/Berlin', '2026-11-22', 28, NULL);
INSERT INTO things VALUES (28, '01a204a5-bb60-7bc3-b1b3-2e5050721cd9', 'sitting', '2026-11-21T19:00:00Z', 'Europe/Berlin', '2026-11-21', 29, NULL);
INSERT INTO things VALUES (29, '01a204a5-bb60-7034-910f-8c86310cce8a', 'entry', '2026-11-21T19:00:00Z', 'Europe/Berlin', '2026-11-21', 30, '2026-11-22T19:05:00Z');
INSERT INTO ticks VALUES (26, 24, 'done');
INSERT INTO ticks VALUES (27, 24, 'skipped');
INSERT INTO ticks VALUES (28, 24, 'done');
UPDATE sqlite_sequence SET seq = 30 WHERE name = 'things';
