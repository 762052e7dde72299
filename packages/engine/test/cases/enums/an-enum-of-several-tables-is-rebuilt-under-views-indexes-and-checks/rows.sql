INSERT INTO a VALUES (1, 'gone'); INSERT INTO b VALUES (1, '{new,gone}', 'gone')
