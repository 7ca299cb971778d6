"""Orca loads this from its data folder when it starts. What it would say becomes a line of $HEARD_SPEECH, in JSON."""

import json
import os
import time

from orca import messages, settings, speech

said = open(os.environ["HEARD_SPEECH"], "a", buffering=1, encoding="utf-8")


def starts_with(message):
    """A message up to the name that Orca puts into it."""
    head = message.split("%s")[0]
    return lambda text: head != "" and text.lower().startswith(head.lower())


# What depends on how fast a page loads, or is left, and what is of the reader alone.
about_loading = [
    starts_with(message)
    for message in (
        messages.PAGE_LOADING_START,
        messages.PAGE_LOADING_END,
        messages.PAGE_LOADING_END_NAMED,
        messages.PAGE_SUMMARY_PREFIX,
        # Of a field that is left, which comes sooner or later.
        messages.SELECTION_REMOVED,
        # Of the desktop's clipboard, whoever filled it, sooner or later or not at all.
        messages.CLIPBOARD_COPIED_FULL,
        messages.CLIPBOARD_COPIED_BRIEF,
        # Of how keys are read from now on: said before what has the focus, after it, or in the next step.
        messages.MODE_FOCUS,
        messages.MODE_BROWSE,
    )
]


def write(kind, text):
    line = {"at": round(time.time() * 1000), "kind": kind, "text": " ".join(str(text).split())}
    said.write(json.dumps(line, ensure_ascii=False) + "\n")


def heard(speak):
    def wrapped(text, *rest, **named):
        is_loading = any(is_about(str(text)) for is_about in about_loading)
        write("loading" if is_loading else "said", text)
        return speak(text, *rest, **named)

    return wrapped


def stopped(stop):
    def wrapped(*rest):
        write("stopped", "")
        return stop(*rest)

    return wrapped


speech._speak = heard(speech._speak)
speech.speakCharacter = heard(speech.speakCharacter)
speech.stop = stopped(speech.stop)
# Not every reader speaks of shortcuts before it is asked to; here they are to be heard.
settings.enableMnemonicSpeaking = True
# No voice is wanted, and no server of voices is left behind.
speech.init = lambda: None
write("ready", "")
