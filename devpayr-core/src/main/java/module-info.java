/*
 * The DevPayr client's ports, model and policies. Needs the JDK alone. Open, since Feign calls the ports' default methods
 * by reflection.
 */
open module com.devpayr {
    requires static org.jspecify;

    exports com.devpayr.call;
    exports com.devpayr.config;
    exports com.devpayr.domain;
    exports com.devpayr.error;
    exports com.devpayr.file;
    exports com.devpayr.gate;
    exports com.devpayr.guard;
    exports com.devpayr.injectable.apply;
    exports com.devpayr.injectable;
    exports com.devpayr.license;
    exports com.devpayr.operation;
    exports com.devpayr.page;
    exports com.devpayr.payment;
    exports com.devpayr.policy;
    exports com.devpayr.project;
    exports com.devpayr.runtime;
    exports com.devpayr.secret;
    exports com.devpayr.wire;
    exports com.devpayr;
}
