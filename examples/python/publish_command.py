"""A portal: provisions an account and registers a phone.

    python -m venv .venv && .venv/bin/pip install -r requirements.txt
    .venv/bin/python publish_command.py --user u-1 --phone "+49 1512 3456789" --fingerprint "132b 9594 ..."

`./latchkey up` prints the fingerprint of registration's key, and the addresses that are the defaults here.
"""

import argparse
import io
import json
import sys
import time
import urllib.request
import uuid
from datetime import datetime, timezone
from pathlib import Path

import fastavro
from confluent_kafka import Consumer, KafkaError, Producer, TopicPartition

from sealing import Sealer, fingerprint

SCHEMAS = Path(__file__).parents[2] / "schemas" / "src" / "test" / "resources" / "released"


class Registry:
    """Schemas by id, and ids of the schemas that a portal writes: the subject is the record's name."""

    def __init__(self, url: str):
        self.url = url
        self.schemas = {}

    def register(self, name: str) -> tuple[int, dict]:
        text = (SCHEMAS / name / "1.avsc").read_text(encoding="utf-8")
        answer = self.call(f"/subjects/io.latchkey.schemas.{name}/versions", {"schema": text})
        return answer["id"], fastavro.parse_schema(json.loads(text))

    def schema(self, schema_id: int) -> dict:
        if schema_id not in self.schemas:
            text = self.call(f"/schemas/ids/{schema_id}")["schema"]
            self.schemas[schema_id] = fastavro.parse_schema(json.loads(text))
        return self.schemas[schema_id]

    def call(self, path: str, body: dict | None = None) -> dict:
        data = json.dumps(body).encode() if body else None
        headers = {"Content-Type": "application/vnd.schemaregistry.v1+json"}
        with urllib.request.urlopen(urllib.request.Request(self.url + path, data, headers), timeout=10) as answer:
            return json.load(answer)


class Bus:
    """Records in the Confluent wire format: a zero byte, the schema's id in four bytes, Avro binary."""

    def __init__(self, servers: str, registry: Registry):
        self.servers = servers
        self.registry = registry
        # Java's partitioner: all records of an account must be on the same partition, whoever writes them.
        self.producer = Producer(
            {"bootstrap.servers": servers, "partitioner": "murmur2_random", "enable.idempotence": True}
        )

    def publish(self, topic: str, key: str, name: str, record: dict) -> None:
        schema_id, schema = self.registry.register(name)
        value = io.BytesIO()
        value.write(b"\0" + schema_id.to_bytes(4, "big"))
        fastavro.schemaless_writer(value, schema, record)
        self.producer.produce(topic, value.getvalue(), key, on_delivery=print_delivery)
        self.producer.flush()

    def follow(self, topic: str, *, from_the_start: bool) -> Consumer:
        """Reads all partitions, without a group."""
        consumer = Consumer({
            "bootstrap.servers": self.servers,
            "group.id": "unused",
            "enable.auto.commit": False,
            "enable.partition.eof": True,
        })
        partitions = [TopicPartition(topic, p) for p in consumer.list_topics(topic, timeout=10).topics[topic].partitions]
        for partition in partitions:
            low, high = consumer.get_watermark_offsets(partition, timeout=10)
            partition.offset = low if from_the_start else high
        consumer.assign(partitions)
        return consumer

    def decode(self, value: bytes) -> tuple[str, dict]:
        schema = self.registry.schema(int.from_bytes(value[1:5], "big"))
        return schema["name"].split(".")[-1], fastavro.schemaless_reader(io.BytesIO(value[5:]), schema)


def print_delivery(error, message) -> None:
    if error:
        sys.exit(f"not delivered: {error}")
    print(f"published  {message.topic()}-{message.partition()}@{message.offset()}")


def public_key(bus: Bus, topic: str, owner: str) -> dict:
    """The key to seal with: of those not withdrawn, the latest whose time has come."""
    consumer = bus.follow(topic, from_the_start=True)
    keys = {}
    unread = {partition.partition for partition in consumer.assignment()}
    while unread:
        message = consumer.poll(10)
        if message and message.error() and message.error().code() == KafkaError._PARTITION_EOF:
            unread.discard(message.partition())
        elif message is None or message.error():
            sys.exit("the keys topic cannot be read")
        else:
            keys[message.key()] = message.value() and bus.decode(message.value())[1]
    consumer.close()
    now = datetime.now(timezone.utc)
    usable = [key for key in keys.values() if key and key["owner"] == owner and key["notBefore"] <= now]
    if not usable:
        sys.exit(f"{owner} has announced no key yet")
    return max(usable, key=lambda key: key["notBefore"])


def pinned(key: dict, expected: str | None) -> dict:
    found = fingerprint(key["publicKey"])
    if expected is None:
        print(f"warning: the key is not pinned; run with --fingerprint \"{found}\"")
    elif expected.replace(" ", "").lower() != found.replace(" ", ""):
        sys.exit(f"the key on the topic has another fingerprint: {found}")
    return key


def metadata(args) -> dict:
    return {
        "commandId": uuid.uuid4(),
        "tenantId": args.tenant,
        "userId": args.user,
        "occurredAt": datetime.now(timezone.utc),
        "correlationId": uuid.uuid4(),
        "causationId": None,
    }


def send(bus: Bus, args, topic: str, name: str, record: dict) -> None:
    """Publishes a command and waits for the one event that names it."""
    replies = bus.follow(f"{args.prefix}registration.events.v1", from_the_start=False)
    bus.publish(f"{args.prefix}{topic}.v1", f"{args.tenant}/{args.user}", name, record)
    deadline = time.monotonic() + args.timeout
    while time.monotonic() < deadline:
        message = replies.poll(1)
        if message and not message.error():
            reply, event = bus.decode(message.value())
            if event["metadata"]["commandId"] == record["metadata"]["commandId"]:
                replies.close()
                print(f"reply      {reply} {shown(event)}")
                return
    sys.exit("no reply yet: it will come, publish the same command again or wait for it")


def shown(event: dict) -> dict:
    return {name: str(value) for name, value in event.items() if isinstance(value, (str, int, uuid.UUID))}


def provision(bus: Bus, args) -> None:
    send(bus, args, "admin.commands", "ProvisionAccount", {
        "metadata": metadata(args),
        "directoryObjectId": f"object-of-{args.user}",
        "enabled": True,
        "passwordManagement": "CLOUD",
        "region": "DE",
        "locale": "en",
        "timeZone": "Europe/Berlin",
    })


def register_phone(bus: Bus, args, sealer: Sealer) -> None:
    about = metadata(args)
    send(bus, args, "registration.commands", "RegisterMethod", {
        "metadata": about,
        "kind": "MOBILE_PHONE",
        "destination": sealer.seal("destination", args.tenant, args.user, about["commandId"], args.phone),
    })


def main() -> None:
    parser = argparse.ArgumentParser(description="Provisions an account and registers a phone.")
    parser.add_argument("--bootstrap-servers", default="127.0.0.1:19092")
    parser.add_argument("--registry", default="http://127.0.0.1:19081")
    parser.add_argument("--prefix", default="latchkey.")
    parser.add_argument("--tenant", default="acme")
    parser.add_argument("--user", required=True)
    parser.add_argument("--phone", required=True)
    parser.add_argument("--fingerprint", help="of registration's public key")
    parser.add_argument("--timeout", type=float, default=30, help="seconds to wait for each reply")
    args = parser.parse_args()

    bus = Bus(args.bootstrap_servers, Registry(args.registry))
    key = pinned(public_key(bus, f"{args.prefix}keys.v1", "REGISTRATION"), args.fingerprint)
    provision(bus, args)
    register_phone(bus, args, Sealer(key["keyId"], key["publicKey"]))


if __name__ == "__main__":
    main()
