/** An application with Feign. */
module com.example.shop {
    requires com.devpayr;
    requires com.devpayr.feign;
}
