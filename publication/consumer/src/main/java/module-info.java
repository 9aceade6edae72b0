/** Reads DevPayr's modules by their names. */
module com.example.shop {
    requires com.devpayr;
    requires com.devpayr.feign;
    requires com.devpayr.injectables;
    requires com.devpayr.retrofit;
    requires com.devpayr.testkit;
}
