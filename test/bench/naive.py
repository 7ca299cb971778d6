"""The same create as a script does it: a line on the input is a press, a line on the output its milliseconds."""
import datetime
import json
import sys
import time

import requests

given = json.loads(sys.argv[1])
headers = {"Authorization": "Bearer " + given["token"], "Content-Type": "application/json"}
for number, _ in enumerate(sys.stdin):
    start = datetime.datetime.now(datetime.timezone.utc)
    body = {
        "externalId": f"naive-{time.time_ns()}-{number}",
        "subject": "Quick meeting",
        "startDateTime": start.isoformat(),
        "endDateTime": (start + datetime.timedelta(hours=1)).isoformat(),
    }
    began = time.perf_counter()
    answer = requests.post(given["url"], headers=headers, json=body, timeout=30)
    answer.json()["joinWebUrl"]
    print((time.perf_counter() - began) * 1000, flush=True)
