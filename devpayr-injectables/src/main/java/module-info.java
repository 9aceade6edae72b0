/** Applies injectables to files. Needs the DevPayr core and the JDK alone. */
module com.devpayr.injectables {
    requires transitive com.devpayr;
    requires static org.jspecify;

    exports com.devpayr.injectables;
}
