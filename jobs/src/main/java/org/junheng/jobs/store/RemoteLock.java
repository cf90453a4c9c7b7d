package org.junheng.jobs.store;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;
import org.junheng.jobs.publish.RunLock;

/**
 * The one run that may publish to a remote folder: a file that names its owner and is written anew as long as the owner lives. One that has not been
 * written for some minutes, by the clock of the store, is of a process that died, and is taken over. Whether the lock is still held is looked at once
 * more before a pointer is set.
 */
final class RemoteLock implements Closeable {
    static final String FILE = ".lock";
    private static final Duration BEAT = Duration.ofSeconds(20);
    private static final Duration DEAD = Duration.ofMinutes(3);

    private final RemoteFolder folder;
    private final String owner;
    private final Thread beats;

    private RemoteLock(RemoteFolder folder, String owner) {
        this.folder = folder;
        this.owner = owner;
        this.beats = new Thread(this::beat, "lock");
        beats.setDaemon(true);
    }

    /** @throws Refusal LOCKED, naming the owner */
    static RemoteLock take(RemoteFolder folder) throws IOException {
        RemoteLock lock = new RemoteLock(
                folder,
                "process " + ProcessHandle.current().pid() + " on " + RunLock.host() + " since " + Instant.now() + " ("
                        + UUID.randomUUID() + ")");
        if (!folder.create(FILE, lock.owner)) {
            lock.takeOver();
        }
        lock.beats.start();
        return lock;
    }

    private void takeOver() throws IOException {
        String probe = ".clock-" + UUID.randomUUID();
        folder.write(probe, "");
        long now = folder.modified(probe);
        folder.delete(probe);
        String other = folder.text(FILE).orElse("?");
        if (now - folder.modified(FILE) < DEAD.toMillis()) {
            throw busy(other);
        }
        folder.delete(FILE);
        if (!folder.create(FILE, owner)) {
            throw busy(folder.text(FILE).orElse("?"));
        }
    }

    private Refusal busy(String who) {
        return new Refusal(
                ExitStatus.LOCKED,
                "另一次运行正在写入 " + folder + ":" + who + "。请等它结束后再试。",
                "another run is writing to " + folder + ": " + who + ". Try again when it has ended.");
    }

    private void beat() {
        while (!beats.isInterrupted()) {
            LockSupport.parkNanos(BEAT.toNanos());
            try {
                if (!beats.isInterrupted() && isHeld()) {
                    folder.write(FILE, owner);
                }
            } catch (IOException e) {
                // the next beat may succeed; before the pointer is set the lock is looked at in any case
            }
        }
    }

    private boolean isHeld() throws IOException {
        return folder.text(FILE).orElse("").equals(owner);
    }

    /** @throws Refusal LOCKED when somebody else has taken over */
    void require() throws IOException {
        if (!isHeld()) {
            throw busy(folder.text(FILE).orElse("?"));
        }
    }

    @Override
    public void close() throws IOException {
        beats.interrupt();
        try {
            beats.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (isHeld()) {
            folder.delete(FILE);
        }
    }
}
