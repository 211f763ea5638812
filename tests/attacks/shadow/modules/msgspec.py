open("/tmp/@TROPHY@-msgspec", "w").close()
