package com.devpayr.spring;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** A class loader that loads the test class path again, optionally without a library, and reports the loaded classes. */
public final class IsolatedClassLoader extends URLClassLoader {
    private IsolatedClassLoader(URL[] entries) {
        super(entries, ClassLoader.getPlatformClassLoader());
    }

    /** Returns a loader for the complete class path. */
    public static IsolatedClassLoader complete() throws IOException {
        return new IsolatedClassLoader(entries(""));
    }

    /**
     * Returns a loader for the class path without one library.
     *
     * @param artifact prefix of the file name of the library
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

    /** Loads a class with this loader, creates it with the given arguments, and runs it. */
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

    /** Returns whether a type has been loaded. */
    public boolean hasLoaded(String type) {
        return findLoadedClass(type) != null;
    }
}
