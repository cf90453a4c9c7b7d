package org.junheng.jobs.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;

/** The one run that may write below an output folder. The owner is named beside the lock for whoever finds it taken. */
public final class RunLock implements AutoCloseable {
    private static final int LOOKS = 50;
    private static final long PAUSE = 10_000_000; // ten milliseconds

    private final FileChannel channel;
    private final Path owner;

    private RunLock(FileChannel channel, Path owner) {
        this.channel = channel;
        this.owner = owner;
    }

    /** @throws Refusal LOCKED naming the owner; STORAGE when the folder cannot be written */
    public static RunLock take(Path out) {
        Path owner = out.resolve(".lock-owner");
        try {
            Files.createDirectories(out);
            FileChannel channel =
                    FileChannel.open(out.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            String holder = holder(channel, owner);
            if (holder != null) {
                channel.close();
                throw new Refusal(
                        ExitStatus.LOCKED,
                        "另一次运行正在写入 " + out + ":" + holder + "。请等它结束后再试。",
                        "another run is writing to " + out + ": " + holder + ". Try again when it has ended.");
            }
            name(owner, channel);
            return new RunLock(channel, owner);
        } catch (IOException e) {
            throw Storage.refuse(out, e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(owner);
            channel.close();
        } catch (IOException e) {
            throw Storage.refuse(owner, e);
        }
    }

    private static void name(Path owner, FileChannel channel) throws IOException {
        String who = "process " + ProcessHandle.current().pid() + " on " + host() + " since " + Instant.now();
        Path next = owner.resolveSibling(".lock-owner.new");
        try {
            Files.writeString(next, who, StandardCharsets.UTF_8);
            Files.move(next, owner, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Who holds the lock, as it names itself: a moment after it has taken the lock; when it has let go it is not named, and the lock is taken.
     *
     * @return null where this run holds it now
     */
    private static @Nullable String holder(FileChannel channel, Path owner) throws IOException {
        for (int i = 0; i < LOOKS; i++) {
            if (tryLock(channel) != null) {
                return null;
            }
            try {
                return Files.readString(owner).strip();
            } catch (NoSuchFileException notYetOrNotAnyMore) {
                LockSupport.parkNanos(PAUSE);
            }
        }
        return "?";
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process
        }
    }

    /** The name of this machine. */
    public static String host() {
        String name = System.getenv("HOSTNAME");
        return name == null ? "this host" : name;
    }
}
