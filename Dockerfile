# Dateline with its page. Build it from the root of the repository; `docker-compose.yml` does that.
FROM python:3.11.13-slim-bookworm AS packages

COPY requirements.txt /requirements.txt
RUN python -m venv /opt/dateline \
    && /opt/dateline/bin/python -m pip install --no-cache-dir --disable-pip-version-check \
        --no-deps --only-binary :all: --require-hashes -r /requirements.txt

FROM python:3.11.13-slim-bookworm

RUN useradd --uid 10001 --create-home --shell /usr/sbin/nologin dateline \
    && install --directory --owner dateline --group dateline /data

COPY --from=packages /opt/dateline /opt/dateline
COPY graph /app/graph
COPY loaders /app/loaders
COPY ui /app/ui
COPY samples /app/samples

ENV PATH=/opt/dateline/bin:$PATH \
    PYTHONPATH=/app \
    PYTHONUNBUFFERED=1 \
    DATELINE_STORE=embedded:/data/store

USER 10001
WORKDIR /data
VOLUME /data
EXPOSE 8501

HEALTHCHECK --interval=15s --timeout=5s --start-period=40s --retries=4 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8501/_stcore/health', timeout=4)"]

# Inside the container the page listens on every interface; who reaches it is said where the port is published.
ENTRYPOINT ["python", "-P", "-m", "ui"]
CMD ["serve", "--address", "0.0.0.0"]
