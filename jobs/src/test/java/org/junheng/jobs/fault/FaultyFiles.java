package org.junheng.jobs.fault;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The files of this machine behind paths that count every step which changes something, and let one of them go wrong: the process ends there
 * ({@link Fault#KILLED}: nothing after it happens), or the disk is full from then on ({@link Fault#FULL}: nothing can be added, deleting goes on).
 */
final class FaultyFiles extends FileSystemProvider {
    private final FileSystemProvider real;
    private final Fault fault;
    private final int at;
    private final List<FileChannel> open = new ArrayList<>();
    private int steps;

    enum Fault {
        KILLED,
        FULL
    }

    /** The end of the process, in which no handler takes part. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** @param at the step that goes wrong, 1 the first */
    private FaultyFiles(Path folder, Fault fault, int at) {
        this.real = folder.getFileSystem().provider();
        this.fault = fault;
        this.at = at;
    }

    static FaultyFiles of(Path folder, Fault fault, int at) {
        return new FaultyFiles(folder, fault, at);
    }

    /** Whether so many steps were taken that one of them went wrong. */
    boolean hasFailed() {
        return steps >= at;
    }

    Path behind(Path path) {
        FaultyFileSystem system = new FaultyFileSystem(this, path.getFileSystem());
        return (Path) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Path.class},
                (proxy, method, args) -> called(path, method, args, system));
    }

    private Object called(Path path, Method method, Object[] args, FaultyFileSystem system) throws Throwable {
        if (method.getName().equals("getFileSystem")) {
            return system;
        }
        Object[] plain = new Object[args == null ? 0 : args.length];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = args[i] instanceof Path p ? plain(p) : args[i];
        }
        try {
            Object answer = method.invoke(path, plain);
            return answer instanceof Path p ? behind(p) : answer;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Path plain(Path path) {
        return path.getFileSystem() instanceof FaultyFileSystem ? Path.of(path.toString()) : path;
    }

    /** A step; after the end of the process there are none. */
    private Path step(Path path, boolean adds) throws IOException {
        steps++;
        if (hasFailed() && fault == Fault.KILLED) {
            for (FileChannel channel : open) {
                channel.close(); // as the system does, locks are let go
            }
            throw new Killed();
        } else if (hasFailed() && adds) {
            throw new FileSystemException(path.toString(), null, "No space left on device");
        }
        return plain(path);
    }

    private static boolean writes(Set<? extends OpenOption> options) {
        return options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND);
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        if (!writes(options)) {
            return real.newByteChannel(plain(path), options, attributes);
        }
        SeekableByteChannel channel = real.newByteChannel(step(path, true), options, attributes);
        return (SeekableByteChannel) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {SeekableByteChannel.class}, (proxy, method, args) -> {
                    if (method.getName().equals("write")) {
                        step(path, true);
                    }
                    try {
                        return method.invoke(channel, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        boolean creates = options.contains(StandardOpenOption.CREATE);
        FileChannel channel = real.newFileChannel(step(path, creates), options, attributes);
        open.add(channel);
        return channel;
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        real.createDirectory(step(folder, true), attributes);
    }

    @Override
    public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes) throws IOException {
        real.createSymbolicLink(step(link, true), plain(target), attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
        real.delete(step(path, false));
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        real.move(step(source, false), plain(target), options);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        DirectoryStream<Path> stream = real.newDirectoryStream(plain(folder), filter);
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                Iterator<Path> all = stream.iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return all.hasNext();
                    }

                    @Override
                    public Path next() {
                        return behind(all.next());
                    }
                };
            }

            @Override
            public void close() throws IOException {
                stream.close();
            }
        };
    }

    @Override
    public Path readSymbolicLink(Path link) throws IOException {
        return behind(real.readSymbolicLink(plain(link)));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        real.checkAccess(plain(path), modes);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return real.readAttributes(plain(path), type, options);
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
        return real.isSameFile(plain(path), plain(other));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return real.getFileStore(plain(path));
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        return real.getFileAttributeView(plain(path), type, options);
    }

    @Override
    public String getScheme() {
        return "faulty";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> env) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isHidden(Path path) {
        return false;
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return real.readAttributes(plain(path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        real.setAttribute(plain(path), attribute, value, options);
    }
}
