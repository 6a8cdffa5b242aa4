INSERT INTO _sqlite_migrations VALUES (1, 'integrate', 'm001_first_schema', '2026-11-23 00:02:08.163228+00:00');
INSERT INTO _sqlite_migrations VALUES (2, 'integrate', 'm002_results_of_measures', '2026-11-23 00:02:08.164607+00:00');
INSERT INTO _sqlite_migrations VALUES (3, 'integrate', 'm003_stages_and_stars', '2026-11-23 00:02:08.166311+00:00');
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
INSERT INTO erased VALUES ('01a204a5-bb60-70aa-bbb5-6304e842107a', 'entry', '2026-11-22T19:05:00Z');
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
INSERT INTO revisions VALUES (1, 1, NULL, '2026-11-22T19:00:00Z', 'The lake', 'Cold.', 'e78889a425dbb9295c53d493e86bb490');
INSERT INTO revisions VALUES (2, 2, NULL, '2026-11-22T19:00:00Z', 'The lake', NULL, '8321d3159bd02112293837aab4c3409c');
INSERT INTO revisions VALUES (3, 3, NULL, '2026-11-22T19:00:00Z', 'It is all one.', NULL, '03a1de1a1146e088d8fcf2a12a42d2df');
INSERT INTO revisions VALUES (4, 3, 3, '2026-11-22T19:05:00Z', 'It is all one.', 'Mostly.', '0834bc31a3adcb3446a96df0b21de9f6');
INSERT INTO revisions VALUES (5, 4, NULL, '2026-11-22T19:05:00Z', NULL, 'Day 4.', '72219e209afed51d11e370c25f484d99');
INSERT INTO revisions VALUES (6, 5, NULL, '2026-11-22T19:05:00Z', NULL, 'Day 3.', '3886ff1f99c2aaee78a97437a5298713');
INSERT INTO revisions VALUES (7, 6, NULL, '2026-11-22T19:05:00Z', NULL, 'Day 3.', '540fd49e7478f6d8919606c10517d4a3');
INSERT INTO revisions VALUES (8, 7, NULL, '2026-11-22T19:05:00Z', NULL, 'Day 0.', '9a44391951d4f82af9678625198dc29a');
INSERT INTO revisions VALUES (9, 8, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 0.
Über den See.', 'b5e2aff5779b0ff0e8f3127c47b7f219');
INSERT INTO revisions VALUES (10, 9, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 1.
Über den See.', 'f138118886c64f883b1329ef833f221f');
INSERT INTO revisions VALUES (11, 10, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 2.
Über den See.', '0ecec2b79ab3e37de02b81ebf411fca8');
INSERT INTO revisions VALUES (12, 11, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 3.
Über den See.', 'adb32731303f21c901d5703157c274d5');
INSERT INTO revisions VALUES (13, 12, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 4.
Über den See.', '010f2d66c278fdb37bd4504e97112d14');
INSERT INTO revisions VALUES (14, 13, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 5.
Über den See.', '03b89565f7ba4348d6786986b84fedc8');
INSERT INTO revisions VALUES (15, 14, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 6.
Über den See.', '31096616f79aae87e57337eaa7fd611e');
INSERT INTO revisions VALUES (16, 15, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 7.
Über den See.', 'fadd88c28e0034b462e63f76b0240737');
INSERT INTO revisions VALUES (17, 16, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 8.
Über den See.', '3d973d1733bb8c92985d68f46e91b5de');
INSERT INTO revisions VALUES (18, 17, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 9.
Über den See.', '886b558e289e6d5196675124b5ad3458');
INSERT INTO revisions VALUES (19, 18, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 10.
Über den See.', '99475efb60f3b64ace4ba2c82663cf53');
INSERT INTO revisions VALUES (20, 19, NULL, '2026-11-22T19:05:00Z', NULL, 'Free writing 11.
Über den See.', 'c18f175f66aeb7172beab42c8f5833ec');
INSERT INTO revisions VALUES (21, 20, NULL, '2026-11-22T19:05:00Z', NULL, 'A blue door.', 'f9f41f6ed70553e2a000d7ba51a801b7');
INSERT INTO revisions VALUES (22, 21, NULL, '2026-11-22T19:05:00Z', 'Ask about the ring', NULL, '9622f71d4daf4324f69b0bd8abd3cf00');
INSERT INTO revisions VALUES (23, 22, NULL, '2026-11-22T19:05:00Z', 'Live by the water', 'Because.', 'e20735c647473e14d204eeb4dd3e59bc');
INSERT INTO revisions VALUES (24, 23, NULL, '2026-11-22T19:05:00Z', 'Call Ana', NULL, '3c5cef6e479f3275704939a4cba1fd41');
INSERT INTO revisions VALUES (25, 24, NULL, '2026-11-22T19:05:00Z', 'Walk', 'Legs.', '1f158e36b65cb6869da4ca2c0df9c0d0');
INSERT INTO revisions VALUES (26, 25, NULL, '2026-11-22T19:05:00Z', NULL, NULL, '5805fb5c39ba5ead8f6cfab5f8393fdb');
INSERT INTO revisions VALUES (27, 26, NULL, '2026-11-22T19:05:00Z', NULL, 'Rain.', '8dacc5d1a595512a88e5a7517165f73e');
INSERT INTO revisions VALUES (28, 27, NULL, '2026-11-22T19:05:00Z', NULL, NULL, 'fe0c0515dd00ffc237ba4c7a9a9eab92');
INSERT INTO revisions VALUES (29, 28, NULL, '2026-11-22T19:05:00Z', NULL, NULL, '2d7f93388caf5bfc0449dd64fea11093');
INSERT INTO revisions VALUES (30, 29, NULL, '2026-11-22T19:05:00Z', 'Thrown away', 'Words in the trash.', '706c46bd21b4318c35261d34759596bd');
INSERT INTO settings VALUES ('day-starts', '05:00');
INSERT INTO sittings VALUES (29, 'slow-breath', 'Slow breath', 120.0, 118.5, 9, 1, 7, 4);
INSERT INTO steps VALUES (24, 'done', '2026-11-24', '2026-11-22');
INSERT INTO tags VALUES (2, 'first');
INSERT INTO tags VALUES (3, 'insight');
INSERT INTO tags VALUES (2, 'sea');
INSERT INTO things VALUES (1, '01a204a1-2780-7c42-b7f2-68b9b9cffd0a', 'experience', '2026-11-17T13:00:00Z', 'Europe/Berlin', '2026-11-17', 1, NULL, NULL, 0);
INSERT INTO things VALUES (2, '01a204a1-2780-78b9-a4ef-25e8dd889ae9', 'entry', '2026-11-19T19:00:00Z', 'Europe/Berlin', '2026-11-19', 2, NULL, NULL, 0);
INSERT INTO things VALUES (3, '01a204a1-2780-72f2-820e-dda16c9d3dc3', 'insight', '2026-11-19T19:00:00Z', 'Europe/Berlin', '2026-11-19', 4, NULL, NULL, 0);
INSERT INTO things VALUES (4, '01a204a5-bb60-728d-950d-fe0032b947a0', 'check-in', '2026-11-18T19:00:00Z', 'Europe/Berlin', '2026-11-18', 5, NULL, NULL, 0);
INSERT INTO things VALUES (5, '01a204a5-bb60-7b02-bf5c-1b799c6eda57', 'check-in', '2026-11-19T19:00:00Z', 'Europe/Berlin', '2026-11-19', 6, NULL, NULL, 0);
INSERT INTO things VALUES (6, '01a204a5-bb60-7702-b210-1024b15b6ecb', 'check-in', '2026-11-19T19:00:00Z', 'Europe/Berlin', '2026-11-19', 7, NULL, NULL, 0);
INSERT INTO things VALUES (7, '01a204a5-bb60-7362-93c3-4ff7926660cc', 'check-in', '2026-11-22T19:00:00Z', 'Europe/Berlin', '2026-11-22', 8, NULL, NULL, 0);
INSERT INTO things VALUES (8, '01a204a5-bb60-7e49-8144-3303c0dc20e2', 'entry', '2026-11-22T19:00:00Z', 'Europe/Berlin', '2026-11-22', 9, NULL, NULL, 0);
INSERT INTO things VALUES (9, '01a204a5-bb60-7a29-9999-f901c8491dfe', 'entry', '2026-11-22T18:00:00Z', 'Europe/Berlin', '2026-11-22', 10, NULL, NULL, 0);
INSERT INTO things VALUES (10, '01a204a5-bb60-7ac8-bfae-8d3e4c690e75', 'entry', '2026-11-22T17:00:00Z', 'Europe/Berlin', '2026-11-22', 11, NULL, NULL, 0);
INSERT INTO things VALUES (11, '01a204a5-bb60-7aab-a315-4ac9c78cceb6', 'entry', '2026-11-22T16:00:00Z', 'Europe/Berlin', '2026-11-22', 12, NULL, NULL, 0);
INSERT INTO things VALUES (12, '01a204a5-bb60-7b52-a49f-90eb69a39ffa', 'entry', '2026-11-22T15:00:00Z', 'Europe/Berlin', '2026-11-22', 13, NULL, NULL, 0);
INSERT INTO things VALUES (13, '01a204a5-bb60-75fb-8fb3-27a5a269fb36', 'entry', '2026-11-22T14:00:00Z', 'Europe/Berlin', '2026-11-22', 14, NULL, NULL, 0);
INSERT INTO things VALUES (14, '01a204a5-bb60-7239-9d77-4126754f76c0', 'entry', '2026-11-22T13:00:00Z', 'Europe/Berlin', '2026-11-22', 15, NULL, NULL, 0);
INSERT INTO things VALUES (15, '01a204a5-bb60-7ace-9f27-a81732be6409', 'entry', '2026-11-22T12:00:00Z', 'Europe/Berlin', '2026-11-22', 16, NULL, NULL, 0);
INSERT INTO things VALUES (16, '01a204a5-bb60-75a2-b5ac-5768d26c8b08', 'entry', '2026-11-22T11:00:00Z', 'Europe/Berlin', '2026-11-22', 17, NULL, NULL, 0);
INSERT INTO things VALUES (17, '01a204a5-bb60-7af4-b3ef-dc704240ced3', 'entry', '2026-11-22T10:00:00Z', 'Europe/Berlin', '2026-11-22', 18, NULL, NULL, 0);
INSERT INTO things VALUES (18, '01a204a5-bb60-76e9-aae9-a16dd47439c5', 'entry', '2026-11-22T09:00:00Z', 'Europe/Berlin', '2026-11-22', 19, NULL, NULL, 0);
INSERT INTO things VALUES (19, '01a204a5-bb60-7f75-83fe-f2d2e519eff1', 'entry', '2026-11-22T08:00:00Z', 'Europe/Berlin', '2026-11-22', 20, NULL, NULL, 0);
INSERT INTO things VALUES (20, '01a204a5-bb60-7dca-9072-ac1c4cddf1ba', 'fragment', '2026-11-17T19:00:00Z', 'Europe/Berlin', '2026-11-17', 21, NULL, NULL, 0);
INSERT INTO things VALUES (21, '01a204a5-bb60-7362-8e4a-bd6ea6b68ec7', 'line', '2026-11-20T19:00:00Z', 'Europe/Berlin', '2026-11-20', 22, NULL, NULL, 0);
INSERT INTO things VALUES (22, '01a204a5-bb60-7ba1-aeec-c88d095be9ea', 'goal', '2026-11-20T19:00:00Z', 'Europe/Berlin', '2026-11-20', 23, NULL, NULL, 0);
INSERT INTO things VALUES (23, '01a204a5-bb60-77a3-8e0a-74e116d27f83', 'step', '2026-11-22T19:00:00Z', 'Europe/Berlin', '2026-11-22', 24, NULL, NULL, 0);
INSERT INTO things VALUES (24, '01a204a5-bb60-75e2-b970-60fa7bc8da0b', 'practice', '2026-11-18T19:00:00Z', 'Europe/Berlin', '2026-11-18', 25, NULL, NULL, 0);
INSERT INTO things VALUES (25, '01a204a5-bb60-7a78-8fcc-18ec1e9c3dae', 'tick', '2026-11-20T19:00:00Z', 'Europe/Berlin', '2026-11-20', 26, NULL, NULL, 0);
INSERT INTO things VALUES (26, '01a204a5-bb60-70b6-ab0a-eb604314f9d9', 'tick', '2026-11-21T19:00:00Z', 'Europe/Berlin', '2026-11-21', 27, NULL, NULL, 0);
INSERT INTO things VALUES (27, '01a204a5-bb60-7698-9f9e-2fef5c4cd48a', 'tick', '2026-11-22T19:00:00Z', 'Europe/Berlin', '2026-11-22', 28, NULL, NULL, 0);
INSERT INTO things VALUES (28, '01a204a5-bb60-72b3-8988-633838ab88f5', 'sitting', '2026-11-21T19:00:00Z', 'Europe/Berlin', '2026-11-21', 29, NULL, NULL, 0);
INSERT INTO things VALUES (29, '01a204a5-bb60-74c0-b087-fe5ad38894cd', 'entry', '2026-11-21T19:00:00Z', 'Europe/Berlin', '2026-11-21', 30, '2026-11-22T19:05:00Z', NULL, 0);
INSERT INTO ticks VALUES (26, 24, 'done');
INSERT INTO ticks VALUES (27, 24, 'skipped');
INSERT INTO ticks VALUES (28, 24, 'done');
UPDATE sqlite_sequence SET seq = 30 WHERE name = 'things';
