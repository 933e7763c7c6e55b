// Runs in mongosh as the one-shot service mongodb-init; may be repeated.
const fs = require('fs');
const secret = name => fs.readFileSync(`/run/secrets/${name}`, 'utf8').trim();

const root = `mongodb://root:${secret('mongodb-root-password')}@mongodb:27017/?directConnection=true&authSource=admin`;
const admin = connect(root).getSiblingDB('admin');

const configured = admin.runCommand({replSetGetStatus: 1}).codeName !== 'NotYetInitialized';
if (!configured) {
  admin.runCommand({replSetInitiate: {_id: 'latchkey', members: [{_id: 0, host: 'mongodb:27017'}]}});
}
while (!admin.hello().isWritablePrimary) {
  sleep(200);
}

// Each service sees its own database and no other.
for (const service of ['registration', 'verification', 'notification']) {
  const database = admin.getSiblingDB(service);
  if (database.getUser(service) === null) {
    database.createUser({
      user: service,
      pwd: secret(`${service}-mongodb-password`),
      roles: [{role: 'readWrite', db: service}],
    });
  }
}
print('mongodb-init: replica set and users are there');
