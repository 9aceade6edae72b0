package com.devpayr.spring;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** The class path anew, by a loader that tells what has been loaded, and that libraries can be missing from. */
public final class IsolatedClassLoader extends URLClassLoader {
    private IsolatedClassLoader(URL[] entries) {
        super(entries, ClassLoader.getPlatformClassLoader());
    }

    /** All of it. */
    public static IsolatedClassLoader whole() throws IOException {
        return new IsolatedClassLoader(entries(""));
    }

    /**
     * All but one library.
     *
     * @param artifact the beginning of its file's name
     */
    public static IsolatedClassLoader without(String artifact) throws IOException {
        return new IsolatedClassLoader(entries(artifact));
    }

    private static URL[] entries(String missing) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (missing.isEmpty() || !path.getFileName().toString().startsWith(missing)) {
                urls.add(path.toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }

    /** Runs the class of the same name that this loads, which is made with the given texts. */
    public void run(Class<? extends Callable<?>> application, String... given) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(this);
        try {
            ((Callable<?>) loadClass(application.getName()).getConstructors()[0].newInstance((Object[]) given)).call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Whether a type has been loaded. */
    public boolean has(String type) {
        return findLoadedClass(type) != null;
    }
}
