package io.latchkey.messaging.autoconfigure;

import io.latchkey.messaging.sealing.KeyAnnouncement;
import io.latchkey.messaging.sealing.KeyDirectory;
import org.springframework.context.SmartLifecycle;

/** Follows the keys topic while the service runs, and announces the service's own key. */
final class KeyDirectoryLifecycle implements SmartLifecycle {

    private final KeyDirectory directory;
    private final KeyAnnouncement announcement;
    private volatile boolean running;

    KeyDirectoryLifecycle(KeyDirectory directory, KeyAnnouncement announcement) {
        this.directory = directory;
        this.announcement = announcement;
    }

    @Override
    public void start() {
        running = true;
        directory.start(announcement::announce);
    }

    @Override
    public void stop() {
        directory.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }
}
