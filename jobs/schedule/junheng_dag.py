"""Junheng every night: evaluates the delivery, and tells what moved since the run before."""

import json
from datetime import datetime, timedelta

from airflow import DAG
from airflow.exceptions import AirflowFailException
from airflow.operators.bash import BashOperator
from airflow.operators.python import PythonOperator

HOME = "/opt/junheng"
EVALUATION = "/srv/junheng/evaluation.yaml"
OUT = "/srv/junheng/out"

# what a later try could mend (1, 4) fails the task and is tried again; what people must mend (2, 3) is left to "tell"
RUN = f"""
{HOME}/junheng run {EVALUATION} --out {OUT}
exit=$?
case $exit in 0 | 2 | 3 | 5) exit 0 ;; *) exit $exit ;; esac
"""


def told(ti):
    """What the last line of the run says; a refused delivery ends the DAG without another try."""
    line = json.loads(ti.xcom_pull(task_ids="run"))
    if line["exit"] in (2, 3):
        raise AirflowFailException(f"the delivery needs people: {line['status']}, see {OUT}/check/csv/quality.csv")
    return line


with DAG(
    dag_id="junheng",
    schedule="30 1 * * *",
    start_date=datetime(2026, 1, 1),
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 2, "retry_delay": timedelta(minutes=20)},
) as dag:
    run = BashOperator(task_id="run", bash_command=RUN, append_env=True)
    tell = PythonOperator(task_id="tell", python_callable=told)
    run >> tell
