"""The web server: the page, two files beside it, and the headers that keep the browser from going elsewhere.

Started with `python -m streamlit run ui/serve.py`, or by `dateline serve`.
"""

from pathlib import Path

import streamlit as st

from ui.headers import MIDDLEWARE
from ui.routes import ROUTES

app = st.App(Path(__file__).with_name("app.py"), routes=ROUTES, middleware=MIDDLEWARE)
