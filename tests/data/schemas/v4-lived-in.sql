INSERT INTO _sqlite_migrations VALUES (1, 'integrate', 'm001_first_schema', '2026-11-23 00:31:04.113632+00:00');
INSERT INTO _sqlite_migrations VALUES (2, 'integrate', 'm002_results_of_measures', '2026-11-23 00:31:04.114791+00:00');
INSERT INTO _sqlite_migrations VALUES (3, 'integrate', 'm003_stages_and_stars', '2026-11-23 00:31:04.116434+00:00');
INSERT INTO _sqlite_migrations VALUES (4, 'integrate', 'm004_search_while_typing', '2026-11-23 00:31:04.118205+00:00');
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
INSERT INTO erased VALUES ('01a204a5-bb60-7a59-abb4-94676a3817db', 'entry', '2026-11-22T19:05:00Z');
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
INSERT INTO revisions VALUES (1, 1, NULL, '2026-11-22T19:00:00Z', 'The lake', 'Cold.', '191b4a484ff2b187f2e7050248dc9b03');
INSERT INTO revisions VALUES (2, 2, NULL, '2026-11-22T19:00:00Z', 'The lake', NULL, '596f5a4c07f5c838c7916c0cbdbb27f8');
INSERT INTO revisions VALUES (3, 3, NULL, '2026-11-22T19:00:00Z', 'It is all one.', NULL, '445b8366d74f317d25de91ad303abffc');
INSERT INTO revisions VALUES (4, 3, 3, '2026-11-22T19:05:00Z', 'It is all one.', 'Mostly.', '0f0cb4eff690eef6840ac93677f990db');
INSERT INTO revisions VALUES (5, 4, NULL, '2026-11-22T19:05:00Z', NULL, 'Day 4.', '9f8d9ed5bad656c9f922e0a80d42b590');
INSERT INTO revisions VALUES (6, 5, NULL, '2026-11-22T19:05:00Z', NULL, 'Day 3.', '2bedaafea056e597b5ba32cad204f71d');
INSERT INTO revisions VALUES (7, 6, NULL, '2026-11-22T19:05:00Z', NULL, 'Day 3.', 'ce81f67e00555a9cb13aeffb8eefd254');
INSERT INTO revisions VALUES (8, 7, NULL, '2026-11-22T19:05:00Z', NULL, 'Day 0.', '4ebb629c4bb060729e76d38b86648f5d');
INSERT INTO revisions VALUES (9, 8, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 0.
Über den See.', '5922ae6ef8f6710b712510fd838dd76c');
INSERT INTO revisions VALUES (10, 9, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 1.
Über den See.', '80a2cf851b51be6b316c6d8770525a26');
INSERT INTO revisions VALUES (11, 10, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 2.
Über den See.', '961265a21429ffefb22a072a171ee14b');
INSERT INTO revisions VALUES (12, 11, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 3.
Über den See.', 'd9126b62fa64e8a533bf3ffa6043b164');
INSERT INTO revisions VALUES (13, 12, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 4.
Über den See.', 'e053e0f225a7cde4775a79479295741e');
INSERT INTO revisions VALUES (14, 13, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 5.
Über den See.', 'bc5bd5e78c96cd2936ddbd3aadc063b6');
INSERT INTO revisions VALUES (15, 14, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 6.
Über den See.', '281bc10dea362f7268b847cd80180e66');
INSERT INTO revisions VALUES (16, 15, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 7.
Über den See.', '097ae2ec24bbfbac17f0582380cd6127');
INSERT INTO revisions VALUES (17, 16, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 8.
Über den See.', '9fc670a84374e5ad04c46640ffa564c7');
INSERT INTO revisions VALUES (18, 17, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 9.
Über den See.', 'ea3fcc21cafdd18302fd0ee654bfe3f3');
INSERT INTO revisions VALUES (19, 18, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 10.
Über den See.', '8bb7c81ecaedc607469b959f9bfe9c70');
INSERT INTO revisions VALUES (20, 19, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 11.
Über den See.', '12b78d2b66e2dde35c7937429e6ddf3a');
INSERT INTO revisions VALUES (21, 20, NULL, '2026-11-22T19:05:00Z', NULL, 'A blue door.', '7e3654523d66928bab68db281e76be52');
INSERT INTO revisions VALUES (22, 21, NULL, '2026-11-22T19:05:00Z', 'Ask about the ring', NULL, '76a262272a9385409a5f40f498ae1833');
INSERT INTO revisions VALUES (23, 22, NULL, '2026-11-22T19:05:00Z', 'Live by the water', 'Because.', '714cbe29da7f6d03f58162a2e5b32e39');
INSERT INTO revisions VALUES (24, 23, NULL, '2026-11-22T19:05:00Z', 'Call Ana', NULL, 'b4115582596145ea75c2709b226c2444');
INSERT INTO revisions VALUES (25, 24, NULL, '2026-11-22T19:05:00Z', 'Walk', 'Legs.', 'ab3875527fea1c9db903d342c36bfc19');
INSERT INTO revisions VALUES (26, 25, NULL, '2026-11-22T19:05:00Z', NULL, NULL, '331447ff2234fa5c4c68822e115e328a');
INSERT INTO revisions VALUES (27, 26, NULL, '2026-11-22T19:05:00Z', NULL, 'Rain.', '418176822da13dfa767eb61ef1afd4dc');
INSERT INTO revisions VALUES (28, 27, NULL, '2026-11-22T19:05:00Z', NULL, NULL, 'f43f3b5555e5db094c96d1274fb8c584');
INSERT INTO revisions VALUES (29, 28, NULL, '2026-11-22T19:05:00Z', NULL, NULL, '58d1841dc91bba12f5493c26eb63b623');
INSERT INTO revisions VALUES (30, 29, NULL, '2026-11-22T19:05:00Z', 'Thrown away', 'Words in the trash.', '0a0d2f93c90c3ff46f1dda9efe93d085');
INSERT INTO settings VALUES ('day-starts', '05:00');
INSERT INTO sittings VALUES (29, 'slow-breath', 'Slow breath', 120.0, 118.5, 9, 1, 7, 4);
INSERT INTO steps VALUES (24, 'done', '2026-11-24', '2026-11-22');
INSERT INTO tags VALUES (2, 'first');
INSERT INTO tags VALUES (3, 'insight');
INSERT INTO tags VALUES (2, 'sea');
INSERT INTO things VALUES (1, '01a204a1-2780-7950-bcfa-9b3fcb48ed64', 'experience', '2026-11-17T13:00:00Z', 'Europe/Berlin', '2026-11-17', 1, NULL, NULL, 0);
INSERT INTO things VALUES (2, '01a204a1-2780-7d03-a534-b6915dc3dc19', 'entry', '2026-11-19T19:00:00Z', 'Europe/Berlin', '2026-11-19', 2, NULL, NULL, 0);
INSERT INTO things VALUES (3, '01a204a1-2780-7c41-ae4e-b5591d03121d', 'insight', '2026-11-19T19:00:00Z', 'Europe/Berlin', '2026-11-19', 4, NULL, NULL, 0);
INSERT INTO things VALUES (4, '01a204a5-bb60-7fa6-bb96-423466d172be', 'check-in', '2026-11-18T19:00:00Z', 'Europe/Berlin', '2026-11-18', 5, NULL, NULL, 0);
INSERT INTO things VALUES (5, '01a204a5-bb60-78e9-a1fd-d5b35f5d25c6', 'check-in', '2026-11-19T19:00:00Z', 'Europe/Berlin', '2026-11-19', 6, NULL, NULL, 0);
INSERT INTO things VALUES (6, '01a204a5-bb60-780b-a9a9-dde5d6aafcfa', 'check-in', '2026-11-19T19:00:00Z', 'Europe/Berlin', '2026-11-19', 7, NULL, NULL, 0);
INSERT INTO things VALUES (7, '01a204a5-bb60-7a6b-8db1-71aea53b29d5', 'check-in', '2026-11-22T19:00:00Z', 'Europe/Berlin', '2026-11-22', 8, NULL, NULL, 0);
INSERT INTO things VALUES (8, '01a204a5-bb60-7023-a7ae-6b818bc59375', 'entry', '2026-11-22T19:00:00Z', 'Europe/Berlin', '2026-11-22', 9, NULL, NULL, 0);
INSERT INTO things VALUES (9, '01a204a5-bb60-738f-91ab-a2cfe3e3b0e5', 'entry', '2026-11-22T18:00:00Z', 'Europe/Berlin', '2026-11-22', 10, NULL, NULL, 0);
INSERT INTO things VALUES (10, '01a204a5-bb60-7b86-952f-71fa3cd53508', 'entry', '2026-11-22T17:00:00Z', 'Europe/Berlin', '2026-11-22', 11, NULL, NULL, 0);
INSERT INTO things VALUES (11, '01a204a5-bb60-7be8-a5b2-3f4f7723dd2f', 'entry', '2026-11-22T16:00:00Z', 'Europe/Berlin', '2026-11-22', 12, NULL, NULL, 0);
INSERT INTO things VALUES (12, '01a204a5-bb60-7463-a6dd-de75c9281484', 'entry', '2026-11-22T15:00:00Z', 'Europe/Berlin', '2026-11-22', 13, NULL, NULL, 0);
INSERT INTO things VALUES (13, '01a204a5-bb60-77b7-85e2-eb25ac71ce6a', 'entry', '2026-11-22T14:00:00Z', 'Europe/Berlin', '2026-11-22', 14, NULL, NULL, 0);
INSERT INTO things VALUES (14, '01a204a5-bb60-7ac8-9581-2c76f129eadd', 'entry', '2026-11-22T13:00:00Z', 'Europe/Berlin', '2026-11-22', 15, NULL, NULL, 0);
INSERT INTO things VALUES (15, '01a204a5-bb60-7bab-9c12-47b6d72fb2b2', 'entry', '2026-11-22T12:00:00Z', 'Europe/Berlin', '2026-11-22', 16, NULL, NULL, 0);
INSERT INTO things VALUES (16, '01a204a5-bb60-7984-90c2-72b3bc38f844', 'entry', '2026-11-22T11:00:00Z', 'Europe/Berlin', '2026-11-22', 17, NULL, NULL, 0);
INSERT INTO things VALUES (17, '01a204a5-bb60-7e85-9edb-8de229680f0c', 'entry', '2026-11-22T10:00:00Z', 'Europe/Berlin', '2026-11-22', 18, NULL, NULL, 0);
INSERT INTO things VALUES (18, '01a204a5-bb60-7b7a-b4dc-74600a2e6904', 'entry', '2026-11-22T09:00:00Z', 'Europe/Berlin', '2026-11-22', 19, NULL, NULL, 0);
INSERT INTO things VALUES (19, '01a204a5-bb60-7d9d-8bdd-a371bb8bb4ea', 'entry', '2026-11-22T08:00:00Z', 'Europe/Berlin', '2026-11-22', 20, NULL, NULL, 0);
INSERT INTO things VALUES (20, '01a204a5-bb60-7ed4-a30d-906f2b72ba2e', 'fragment', '2026-11-17T19:00:00Z', 'Europe/Berlin', '2026-11-17', 21, NULL, NULL, 0);
INSERT INTO things VALUES (21, '01a204a5-bb60-7074-a910-ca923cc0e7ab', 'line', '2026-11-20T19:00:00Z', 'Europe/Berlin', '2026-11-20', 22, NULL, NULL, 0);
INSERT INTO things VALUES (22, '01a204a5-bb60-723d-97ea-751af8cff846', 'goal', '2026-11-20T19:00:00Z', 'Europe/Berlin', '2026-11-20', 23, NULL, NULL, 0);
INSERT INTO things VALUES (23, '01a204a5-bb60-7b7b-b888-f42648532ec6', 'step', '2026-11-22T19:00:00Z', 'Europe/Berlin', '2026-11-22', 24, NULL, NULL, 0);
INSERT INTO things VALUES (24, '01a204a5-bb60-7b34-8635-c5e4a8e0cba2', 'practice', '2026-11-18T19:00:00Z', 'Europe/Berlin', '2026-11-18', 25, NULL, NULL, 0);
INSERT INTO things VALUES (25, '01a204a5-bb60-70d8-8377-72cf15f72324', 'tick', '2026-11-20T19:00:00Z', 'Europe/Berlin', '2026-11-20', 26, NULL, NULL, 0);
INSERT INTO things VALUES (26, '01a204a5-bb60-78a5-83fa-7a15793a4230', 'tick', '2026-11-21T19:00:00Z', 'Europe/Berlin', '2026-11-21', 27, NULL, NULL, 0);
INSERT INTO things VALUES (27, '01a204a5-bb60-7286-8a8d-780b736845b8', 'tick', '2026-11-22T19:00:00Z', 'Europe/Berlin', '2026-11-22', 28, NULL, NULL, 0);
INSERT INTO things VALUES (28, '01a204a5-bb60-7af1-b552-097a9438d50b', 'sitting', '2026-11-21T19:00:00Z', 'Europe/Berlin', '2026-11-21', 29, NULL, NULL, 0);
INSERT INTO things VALUES (29, '01a204a5-bb60-7e14-96dc-524735bd9458', 'entry', '2026-11-21T19:00:00Z', 'Europe/Berlin', '2026-11-21', 30, '2026-11-22T19:05:00Z', NULL, 0);
INSERT INTO ticks VALUES (26, 24, 'done');
INSERT INTO ticks VALUES (27, 24, 'skipped');
INSERT INTO ticks VALUES (28, 24, 'done');
UPDATE sqlite_sequence SET seq = 30 WHERE name = 'things';
