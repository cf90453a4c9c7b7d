package org.junheng.jobs.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;

/** A folder on a file system that Hadoop knows. Names are relative to it. */
public final class RemoteFolder {
    private static final List<String> SITE_FILES = List.of("core-site.xml", "hdfs-site.xml");

    private final Configuration configuration;
    private final FileSystem files;
    private final org.apache.hadoop.fs.Path folder;

    private RemoteFolder(Configuration configuration, FileSystem files, org.apache.hadoop.fs.Path folder) {
        this.configuration = configuration;
        this.files = files;
        this.folder = folder;
    }

    /** Whether words name a place on such a file system, {@code hdfs://host/folder}, and no path of this machine. */
    public static boolean isNamedBy(String words) {
        return words.matches("[A-Za-z][A-Za-z0-9+.-]+://.*");
    }

    /** The folder, by the settings of {@code HADOOP_CONF_DIR} and of {@code spark.hadoop.*}. */
    public static RemoteFolder at(String uri) throws IOException {
        Configuration configuration = SparkHadoopUtil.get().newConfiguration(new SparkConf());
        String settings = System.getenv("HADOOP_CONF_DIR");
        for (String name : settings == null ? List.<String>of() : SITE_FILES) {
            Path file = Path.of(settings, name);
            if (Files.isRegularFile(file)) {
                configuration.addResource(file.toUri().toURL());
            }
        }
        org.apache.hadoop.fs.Path folder = new org.apache.hadoop.fs.Path(URI.create(uri));
        return new RemoteFolder(configuration, folder.getFileSystem(configuration), folder);
    }

    Publication publication() {
        return Publication.of(files.getScheme());
    }

    RemoteFolder inside(String name) {
        return new RemoteFolder(configuration, files, path(name));
    }

    private org.apache.hadoop.fs.Path path(String name) {
        return new org.apache.hadoop.fs.Path(folder, name);
    }

    private static org.apache.hadoop.fs.Path local(Path path) {
        return new org.apache.hadoop.fs.Path(path.toUri());
    }

    boolean has(String name) throws IOException {
        return files.exists(path(name));
    }

    /** What lies in the folder; nothing when there is no folder. */
    List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        try {
            for (FileStatus status : files.listStatus(folder)) {
                names.add(status.getPath().getName());
            }
        } catch (FileNotFoundException e) {
            return names;
        }
        return names;
    }

    /** Copies a file, or a folder with all in it; nothing when it is not there. */
    void fetch(String name, Path to) throws IOException {
        if (has(name)) {
            Files.createDirectories(to.getParent());
            files.copyToLocalFile(false, path(name), local(to), true);
        }
    }

    /** Copies a file, or every file below a folder, over what is there. */
    public void send(Path from, String name) throws IOException {
        List<Path> all;
        try (Stream<Path> below = Files.walk(from)) {
            all = below.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : all) {
            String relative = from.relativize(file).toString();
            String target = relative.isEmpty() ? name : name + "/" + relative;
            files.copyFromLocalFile(false, true, local(file), path(target));
        }
    }

    Optional<String> text(String name) throws IOException {
        try (InputStream in = files.open(path(name))) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    /** Writes a file that is not there yet; false when it is. */
    boolean create(String name, String text) throws IOException {
        try (OutputStream out = files.create(path(name), false)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            if (has(name)) {
                return false; // not every store says it in the same way
            }
            throw e;
        }
    }

    void write(String name, String text) throws IOException {
        try (OutputStream out = files.create(path(name), true)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A file appears, or a folder where there was none, in one step where the store can. */
    void rename(String from, String to) throws IOException {
        FileContext context = FileContext.getFileContext(files.getUri(), configuration);
        files.mkdirs(path(to).getParent());
        context.rename(path(from), path(to), Options.Rename.OVERWRITE);
    }

    void delete(String name) throws IOException {
        files.delete(path(name), true);
    }

    /** When a file was written last, by the clock of the store. */
    long modified(String name) throws IOException {
        return files.getFileStatus(path(name)).getModificationTime();
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
